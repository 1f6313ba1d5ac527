import { type Action, ask, decide, fail } from "../../../runtime/action.js";
import { textOf } from "../../../runtime/callbacks/callback.js";
import { reCaptchaCallback } from "../../../runtime/callbacks/recaptcha-callback.js";
import type { NodeBehaviour, NodeContext } from "../../../runtime/node-behaviour.js";
import { isGood, judgeToken } from "./test-token.js";

/** Checks that a client is no robot. */
export const captchaNode: NodeBehaviour = {
  type: "product-CaptchaNode",
  runs: "fully",
  note: "The tokens `pass` and `score:0.3` are good, all others are bad; no service is asked.",
  process({ callbacks, properties }: NodeContext): Action {
    const [answer] = callbacks;
    if (answer === undefined) {
      return ask(
        reCaptchaCallback({
          recaptchaSiteKey: properties.text("siteKey"),
          captchaApiUri: properties.text("apiUri", "https://www.google.com/recaptcha/api.js"),
          captchaDivClass: properties.text("divClass", "g-recaptcha"),
          reCaptchaV3: properties.flag("reCaptchaV3", false),
          disableSubmission: properties.flag("disableSubmission", true),
        }),
      );
    }
    const token = textOf(answer);
    if (token === "") return fail("CAPTCHA response required for verification");
    return decide(isGood(judgeToken(token), properties.optionalNumber("scoreThreshold") ?? 0));
  },
};
