import { defineCallback } from "./define-callback.js";

/** Runs a script in the browser; on the wire it is a text output of message type 4. */
export const scriptTextOutputCallback = /* @__PURE__ */ defineCallback({
  type: "ScriptTextOutputCallback",
  wireType: "TextOutputCallback",
  outputs: [{ name: "message" }, { name: "messageType", byDefault: "4" }],
});
