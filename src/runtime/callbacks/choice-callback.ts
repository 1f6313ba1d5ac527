import { defineCallback } from "./define-callback.js";

/** Offers choices; the answer is the index of a choice. */
export const choiceCallback = /* @__PURE__ */ defineCallback({
  type: "ChoiceCallback",
  outputs: [
    { name: "prompt" },
    { name: "choices", byDefault: [] },
    { name: "defaultChoice", byDefault: 0 },
    { name: "radio", optional: true },
  ],
  inputs: [{ suffix: "", byDefault: 0, startsAs: "defaultChoice" }],
});
