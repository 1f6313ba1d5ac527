import { defineCallback } from "./define-callback.js";

/** Asks the client for a profile of its device, as JSON text. */
export const deviceProfileCallback = /* @__PURE__ */ defineCallback({
  type: "DeviceProfileCallback",
  outputs: [
    { name: "metadata", byDefault: false },
    { name: "location", byDefault: false },
    { name: "message", byDefault: "" },
  ],
  inputs: [{ suffix: "", byDefault: "" }],
});
