import { defineCallback } from "./define-callback.js";

/** Asks for the risk signals that the client has collected. */
export const pingOneProtectEvaluationCallback = /* @__PURE__ */ defineCallback({
  type: "PingOneProtectEvaluationCallback",
  outputs: [{ name: "pauseBehavioralData", byDefault: true }],
  inputs: [
    { suffix: "signals", byDefault: "" },
    { suffix: "clientError", byDefault: "" },
  ],
});
