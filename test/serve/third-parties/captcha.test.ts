import { expect, it } from "vitest";
import { reCaptchaEnterpriseCallback } from "../../../src/runtime/callbacks/recaptcha-enterprise-callback.js";
import { type Run, simulate, type WireCallback } from "../../../src/runtime/index.js";
import type { NodeContext } from "../../../src/runtime/node-behaviour.js";
import { emptyStores, NodeState } from "../../../src/runtime/node-state.js";
import { Properties } from "../../../src/runtime/properties.js";
import { servedBehaviours } from "../../../src/serve/third-parties/behaviours.js";
import { captchaEnterpriseNode } from "../../../src/serve/third-parties/captcha/captcha-enterprise-node.js";
import { machine } from "../../support/machine-fixture.js";
import type { Values } from "../../support/run-node.js";

// Callbacks, outcomes and errors: facts/behaviour.md section 7.

async function answered(type: string, properties: Values, values: readonly string[]): Promise<Run> {
  const journey = machine(
    "J",
    {
      Node: { type, properties, on: { true: "success", false: "After", outcome: "success" } },
      After: { type: "MessageNode", on: { true: "success", false: "failure" } },
    },
    { settings: { noSession: true } },
  );
  const run = await simulate(journey, {}, { behaviours: servedBehaviours });
  const filled = (run.step?.callbacks ?? []).map(
    (callback): WireCallback => ({
      ...callback,
      input: (callback.input ?? []).map((member, index) => ({ ...member, value: values[index] ?? "" })),
    }),
  );
  await run.submitCallbacks(filled);
  return run;
}

it.each<[string, string, Values, string]>([
  ["product-CaptchaNode", "pass", {}, "true"],
  ["product-CaptchaNode", "anything else", {}, "false"],
  ["product-CaptchaNode", "score:0.5", { scoreThreshold: "0.5" }, "true"],
  ["product-CaptchaNode", "score:0.4", { scoreThreshold: "0.5" }, "false"],
  ["product-CaptchaNode", "score:2", { scoreThreshold: "0.5" }, "false"],
  ["product-CaptchaNode", "pass", { scoreThreshold: "0.9" }, "true"],
  ["product-CaptchaEnterpriseNode", "pass", {}, "true"],
  ["product-CaptchaEnterpriseNode", "", {}, "false"],
  ["product-CaptchaEnterpriseNode", "score:0.1", { scoreThreshold: "0.5" }, "false"],
  ["ReCaptchaNode", "pass", {}, "outcome"],
])("%s with the token %j and %j: %s", async (type, token, properties, outcome) => {
  expect((await answered(type, properties, [token])).path[0]?.outcome).toBe(outcome);
});

it.each([
  ["product-CaptchaNode", "", "CAPTCHA response required for verification"],
  ["ReCaptchaNode", "", "reCAPTCHA response necessary for verification"],
  ["ReCaptchaNode", "bad", "reCAPTCHA verification was not successful"],
])("%s throws for the token %j", async (type, token, message) => {
  expect((await answered(type, {}, [token])).problem).toMatchObject({ message });
});

it.each<[readonly string[], string]>([
  [["", "", "blocked"], "CLIENT_ERROR:blocked"],
  [["", "", ""], "INVALID_TOKEN:Token is empty"],
  [["bad", "", ""], "VALIDATION_ERROR:CAPTCHA validation failed"],
])("product-CaptchaEnterpriseNode notes why, where it is asked to: %j", (values, reason) => {
  const [token = "", action = "", clientError = ""] = values;
  const state = new NodeState(emptyStores());
  captchaEnterpriseNode.process({
    callbacks: [reCaptchaEnterpriseCallback({}, { token, action, clientError })],
    properties: new Properties({ storeErrors: true }),
    state,
  } as unknown as NodeContext);
  expect(state.get("CaptchaEnterpriseNode.FAILURE")).toBe(reason);
});
