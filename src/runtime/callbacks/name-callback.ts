import { defineCallback } from "./define-callback.js";

/** Asks for a name. When it is sent again, it shows the last answer. */
export const nameCallback = /* @__PURE__ */ defineCallback({
  type: "NameCallback",
  outputs: [
    { name: "prompt", byDefault: "User Name" },
    { name: "autocompleteValues", optional: true },
  ],
  inputs: [{ suffix: "", byDefault: "" }],
});
