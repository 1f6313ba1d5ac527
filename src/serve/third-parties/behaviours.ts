import type { NodeBehaviour } from "../../runtime/node-behaviour.js";
import { behaviours as ofRuntime } from "../../runtime/nodes/behaviours.js";
import { captchaEnterpriseNode } from "./captcha/captcha-enterprise-node.js";
import { captchaNode } from "./captcha/captcha-node.js";
import { reCaptchaNode } from "./captcha/recaptcha-node.js";
import { deviceBindingNode } from "./device-binding/device-binding-node.js";
import { deviceBindingStorageNode } from "./device-binding/device-binding-storage-node.js";
import { deviceSigningVerifierNode } from "./device-binding/device-signing-verifier-node.js";
import { pushAuthenticationSenderNode } from "./push/push-authentication-sender-node.js";
import { pushRegistrationNode } from "./push/push-registration-node.js";
import { pushResultVerifierNode } from "./push/push-result-verifier-node.js";
import { pushWaitNode } from "./push/push-wait-node.js";
import { socialProviderHandlerNode, socialProviderHandlerNodeV2 } from "./social/social-provider-handler-node.js";
import { webAuthnAuthenticationNode } from "./web-authn/authentication-node.js";
import { webAuthnDeviceStorageNode } from "./web-authn/device-storage-node.js";
import { webAuthnRegistrationNode } from "./web-authn/registration-node.js";

/** What nodes do that need another party than user and journey: they run in a server only. */
export const thirdParties: ReadonlyMap<string, NodeBehaviour> = new Map(
  [
    captchaEnterpriseNode,
    captchaNode,
    deviceBindingNode,
    deviceBindingStorageNode,
    deviceSigningVerifierNode,
    pushAuthenticationSenderNode,
    pushRegistrationNode,
    pushResultVerifierNode,
    pushWaitNode,
    reCaptchaNode,
    socialProviderHandlerNode,
    socialProviderHandlerNodeV2,
    webAuthnAuthenticationNode,
    webAuthnDeviceStorageNode,
    webAuthnRegistrationNode,
  ].map((each) => [each.type, each]),
);

/** What all nodes do that run in a server. */
export const servedBehaviours: ReadonlyMap<string, NodeBehaviour> = new Map([...ofRuntime, ...thirdParties]);
