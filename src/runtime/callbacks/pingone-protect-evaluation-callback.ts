import { defineCallback } from "./define-callback.js";

/** Asks for risk signals. */
export const pingOneProtectEvaluationCallback = /* @__PURE__ */ defineCallback({
  type: "PingOneProtectEvaluationCallback",
  outputs: [{ name: "pauseBehavioralData", byDefault: true }],
  inputs: [
    { suffix: "signals", byDefault: "" },
    { suffix: "clientError", byDefault: "" },
  ],
});
