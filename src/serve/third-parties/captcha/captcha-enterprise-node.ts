import { type Action, ask, decide } from "../../../runtime/action.js";
import { textOf } from "../../../runtime/callbacks/callback.js";
import { reCaptchaEnterpriseCallback } from "../../../runtime/callbacks/recaptcha-enterprise-callback.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { isGood, judgeToken } from "./test-token.js";

/** Checks with reCAPTCHA Enterprise that a client is no robot. */
export const captchaEnterpriseNode: NodeBehaviour = {
  type: "product-CaptchaEnterpriseNode",
  runs: "partly",
  note: "The tokens `pass` and `score:0.3` are good, all others are bad; no service is asked, and no assessment is stored.",
  process({ callbacks, properties, state }: NodeContext): Action {
    const [answer] = callbacks;
    if (answer === undefined) {
      return ask(
        reCaptchaEnterpriseCallback({
          recaptchaSiteKey: properties.text("siteKey"),
          captchaApiUri: properties.text("apiUri", "https://www.google.com/recaptcha/enterprise.js"),
          captchaDivClass: properties.text("divClass", "g-recaptcha"),
        }),
      );
    }
    const refuse = (reason: string): Action => {
      if (properties.flag("storeErrors", false)) state.putTransient("CaptchaEnterpriseNode.FAILURE", reason);
      return decide(false);
    };
    const clientError = textOf(answer, "clientError");
    if (clientError !== "") return refuse(`CLIENT_ERROR:${clientError}`);
    const token = textOf(answer, "token");
    if (token === "") return refuse("INVALID_TOKEN:Token is empty");
    const isEnough = isGood(judgeToken(token), properties.optionalNumber("scoreThreshold") ?? 0);
    return isEnough ? decide(true) : refuse("VALIDATION_ERROR:CAPTCHA validation failed");
  },
};
