import { defineCallback } from "./define-callback.js";

/** Makes the client wait and then ask again. `waitTime` is a number of milliseconds, written as text. */
export const pollingWaitCallback = /* @__PURE__ */ defineCallback({
  type: "PollingWaitCallback",
  outputs: [
    { name: "waitTime", byDefault: "8000" },
    { name: "message", byDefault: "Waiting for response..." },
  ],
});
