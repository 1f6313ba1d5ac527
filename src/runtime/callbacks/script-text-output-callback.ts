import { defineCallback } from "./define-callback.js";

/** Runs a script in the browser; a text output on the wire. */
export const scriptTextOutputCallback = /* @__PURE__ */ defineCallback({
  type: "ScriptTextOutputCallback",
  wireType: "TextOutputCallback",
  outputs: [{ name: "message" }, { name: "messageType", byDefault: "4" }],
});
