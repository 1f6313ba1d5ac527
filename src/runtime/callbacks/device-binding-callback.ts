import { defineCallback } from "./define-callback.js";

/** Asks a device to create a key and bind it to the user. */
export const deviceBindingCallback = /* @__PURE__ */ defineCallback({
  type: "DeviceBindingCallback",
  outputs: [
    { name: "userId" },
    { name: "username" },
    { name: "authenticationType" },
    { name: "challenge" },
    { name: "title", byDefault: "" },
    { name: "subtitle", byDefault: "" },
    { name: "description", byDefault: "" },
    { name: "timeout", byDefault: 60 },
    { name: "attestation", optional: true },
  ],
  inputs: [
    { suffix: "jws", byDefault: "" },
    { suffix: "deviceName", byDefault: "" },
    { suffix: "deviceId", byDefault: "" },
    { suffix: "clientError", byDefault: "" },
  ],
});
