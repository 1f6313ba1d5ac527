import { defineCallback } from "./define-callback.js";

/** Offers buttons; the answer is the index of a button. A node may preset an index that no button has. */
export const confirmationCallback = /* @__PURE__ */ defineCallback({
  type: "ConfirmationCallback",
  outputs: [
    { name: "prompt", byDefault: "" },
    { name: "messageType", byDefault: 0 },
    { name: "options", byDefault: [] },
    { name: "optionType", byDefault: -1 },
    { name: "defaultOption", byDefault: 0 },
    { name: "name", optional: true },
  ],
  inputs: [{ suffix: "", byDefault: 0, startsAs: "defaultOption" }],
});
