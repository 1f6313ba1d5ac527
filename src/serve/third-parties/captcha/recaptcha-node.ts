import { type Action, ask, fail, onward } from "../../../runtime/action.js";
import { textOf } from "../../../runtime/callbacks/callback.js";
import { reCaptchaCallback } from "../../../runtime/callbacks/recaptcha-callback.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { judgeToken } from "./test-token.js";

/** The older check, which throws for a robot. */
export const reCaptchaNode: NodeBehaviour = {
  type: "ReCaptchaNode",
  runs: "fully",
  note: "The token `pass` is good, all others are bad; no service is asked.",
  process({ callbacks, properties }: NodeContext): Action {
    const [answer] = callbacks;
    if (answer === undefined) {
      return ask(
        reCaptchaCallback({
          recaptchaSiteKey: properties.text("siteKey"),
          captchaApiUri: properties.text("apiUri", "https://www.google.com/recaptcha/api.js"),
          captchaDivClass: properties.text("divClass", "g-recaptcha"),
          reCaptchaV3: false,
        }),
      );
    }
    const token = textOf(answer);
    if (token === "") return fail("reCAPTCHA response necessary for verification");
    return judgeToken(token).isSuccess ? onward : fail("reCAPTCHA verification was not successful");
  },
};
