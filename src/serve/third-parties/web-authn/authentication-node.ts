import { type Action, fail, goTo } from "../../../runtime/action.js";
import { confirmationCallback } from "../../../runtime/callbacks/confirmation-callback.js";
import { universalIdOf } from "../../../runtime/engine/run-end.js";
import { userOf } from "../../../runtime/identity/oath-device.js";
import { storeDevices, type WebAuthnDevice, webAuthnDevicesOf } from "../../../runtime/identity/web-authn-device.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import type { ManagedObject } from "../../../runtime/world/world-options.js";
import { isJsonObject } from "../../../text/json.js";
import { bytesFromBase64Url } from "../../base64url.js";
import { askBrowser, credentials } from "./ask-browser.js";
import { challengeOf, expected, extensionsOf, hiddenValueOf, isPressed, relyingPartyId } from "./ceremony.js";
import { goOnWithoutData, readAssertion, readClientAnswer } from "./client-answer.js";
import { loadVerifier } from "./load-verifier.js";

/** Signs in with an authenticator that was registered before. */
export const webAuthnAuthenticationNode: NodeBehaviour = {
  type: "WebAuthnAuthenticationNode",
  runs: "partly",
  note: "Version 2.0 runs as 1.0.",
  inputs: () => ["username"],
  async process(context: NodeContext): Promise<Action> {
    const { callbacks, properties } = context;
    const isUserOnDevice = properties.flag("requiresResidentKey", false);
    const user = isUserOnDevice ? undefined : userOf(context);
    if (!isUserOnDevice && user === undefined) return goTo("failure");
    const devices = user ? webAuthnDevicesOf(user) : [];
    if (!isUserOnDevice && devices.length === 0) return goTo("noDevice");
    if (isPressed(callbacks)) return goTo("recoveryCode");
    const value = hiddenValueOf(callbacks);
    return value === "" ? askForAssertion(context, devices) : authenticate(context, user, value);
  },
};

function askForAssertion(context: NodeContext, devices: readonly WebAuthnDevice[]): Action {
  const { properties } = context;
  const extensions = extensionsOf(context);
  if (!isJsonObject(extensions)) return fail("Extensions must be a map");
  const allowed = credentials(devices.flatMap(({ credentialId }) => bytesFromBase64Url(credentialId) ?? []));
  const allowsRecovery = properties.flag("isRecoveryCodeAllowed", false);
  const party = properties.text("relyingPartyDomain");
  const data = {
    _action: "webauthn_authentication",
    challenge: challengeOf(context),
    allowCredentials: allowed.script === "" ? "" : `allowCredentials: [${allowed.script}]`,
    _allowCredentials: allowed.objects,
    timeout: String(properties.number("timeout", 60) * 1000),
    userVerification: properties.text("userVerificationRequirement", "PREFERRED").toLowerCase(),
    ...(properties.flag("asScript", true) && allowsRecovery && { allowRecoveryCode: "true" }),
    relyingPartyId: party === "" ? "" : `rpId: "${party}",`,
    _relyingPartyId: party,
    extensions,
  };
  if (!allowsRecovery) return askBrowser(context, data);
  return askBrowser(context, data, confirmationCallback({ options: ["Use Recovery Code"] }, { "": notPressed }));
}

/** The platform's own first value: the index of no button. */
const notPressed = 100;

async function authenticate(context: NodeContext, known: ManagedObject | undefined, value: string): Promise<Action> {
  const { properties, state, world } = context;
  const answer = readClientAnswer(value);
  if (answer.kind !== "data") return goOnWithoutData(context, answer);
  const response = readAssertion(answer.text);
  const party = relyingPartyId(context);
  if (response === undefined) return fail("The value of webAuthnOutcome is no assertion");
  if (party === undefined) return fail("Unable to parse host URL.");
  const user =
    known ?? (response.userHandle === undefined ? undefined : world.identities.findUser(response.userHandle));
  if (user === undefined) return goTo("failure");
  const devices = webAuthnDevicesOf(user);
  if (devices.length === 0) return goTo("noDevice");
  const device = devices.find(({ credentialId }) => credentialId === response.credentialId);
  if (device === undefined) return goTo("failure");
  state.putShared("webauthnDeviceUuid", device.uuid);
  state.putShared("webauthnDeviceName", device.deviceName);

  const { publicKey } = device;
  const { verifyAuthentication } = await loadVerifier();
  const assertion = await verifyAuthentication({ ...response, publicKey }, expected(context, party));
  if (assertion === undefined) return goTo("failure");
  const { signCount, flags } = assertion;
  const isBehind = signCount !== 0 && signCount <= device.signCount;
  const isMismatch = properties.flag("detectSignCountMismatch", false) && isBehind;
  if (known === undefined && response.userHandle !== undefined) state.putShared("username", response.userHandle);
  const used = { ...device, signCount, lastAccessDate: world.clock.now };
  storeDevices(
    world,
    user,
    devices.map((each) => (each === device ? used : each)),
  );
  state.putTransient("webauthnAssertionInfo", {
    flags,
    ...(answer.attachment !== undefined && { authenticatorAttachment: answer.attachment }),
  });
  const identity = { name: String(user.userName ?? user._id), type: "user" } as const;
  return goTo(isMismatch ? "successSignCountMismatch" : "success", {
    identity: { ...identity, universalId: universalIdOf(identity.name, identity, world) },
  });
}
