import { defineCallback } from "./define-callback.js";

/** Asks a bound device to sign a challenge. */
export const deviceSigningVerifierCallback = /* @__PURE__ */ defineCallback({
  type: "DeviceSigningVerifierCallback",
  outputs: [
    { name: "userId", byDefault: "" },
    { name: "challenge" },
    { name: "title", byDefault: "" },
    { name: "subtitle", byDefault: "" },
    { name: "description", byDefault: "" },
    { name: "timeout", byDefault: 60 },
  ],
  inputs: [
    { suffix: "jws", byDefault: "" },
    { suffix: "clientError", byDefault: "" },
  ],
});
