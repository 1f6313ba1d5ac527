import { defineCallback } from "./define-callback.js";

/** Sends the browser to another URL. */
export const redirectCallback = /* @__PURE__ */ defineCallback({
  type: "RedirectCallback",
  outputs: [
    { name: "redirectUrl" },
    { name: "redirectMethod", byDefault: "GET" },
    { name: "trackingCookie", byDefault: true },
    { name: "redirectData", optional: true },
  ],
});
