import { defineCallback } from "./define-callback.js";

/** Tells the user that the journey is suspended. */
export const suspendedTextOutputCallback = /* @__PURE__ */ defineCallback({
  type: "SuspendedTextOutputCallback",
  outputs: [{ name: "message" }, { name: "messageType", byDefault: "0" }],
});
