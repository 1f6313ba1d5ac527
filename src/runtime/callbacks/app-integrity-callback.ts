import { defineCallback } from "./define-callback.js";

/** Asks an Android app to prove that it is genuine. */
export const appIntegrityCallback = /* @__PURE__ */ defineCallback({
  type: "AppIntegrityCallback",
  outputs: [{ name: "requestType" }, { name: "projectNumber" }, { name: "nonce" }],
  inputs: [
    { suffix: "token", byDefault: "" },
    { suffix: "clientError", byDefault: "" },
  ],
});
