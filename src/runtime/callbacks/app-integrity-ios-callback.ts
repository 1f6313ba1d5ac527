import { defineCallback } from "./define-callback.js";

/** Asks an iOS app to prove that it is genuine. The type's name is that of Android, with other members. */
export const appIntegrityIosCallback = /* @__PURE__ */ defineCallback({
  type: "AppIntegrityCallback",
  outputs: [{ name: "challenge" }, { name: "attestToken", byDefault: "" }],
  inputs: [
    { suffix: "clientError", byDefault: "" },
    { suffix: "attestToken", byDefault: "" },
    { suffix: "token", byDefault: "" },
    { suffix: "clientData", byDefault: "" },
    { suffix: "keyId", byDefault: "" },
  ],
});
