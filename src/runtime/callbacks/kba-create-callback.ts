import { defineCallback } from "./define-callback.js";

/** Asks for a security question and its answer. */
export const kbaCreateCallback = /* @__PURE__ */ defineCallback({
  type: "KbaCreateCallback",
  outputs: [
    { name: "prompt", byDefault: "Select a security question." },
    { name: "predefinedQuestions", byDefault: [] },
    { name: "allowUserDefinedQuestions", optional: true },
  ],
  inputs: [
    { suffix: "question", byDefault: "" },
    { suffix: "answer", byDefault: "" },
  ],
});
