import { defineCallback } from "./define-callback.js";

/** Shows a text. `messageType` is a digit written as text: 0 information, 1 warning, 2 error, 4 a script to run. */
export const textOutputCallback = /* @__PURE__ */ defineCallback({
  type: "TextOutputCallback",
  outputs: [{ name: "message" }, { name: "messageType", byDefault: "0" }],
});
