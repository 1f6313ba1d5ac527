import { defineCallback } from "./define-callback.js";

/** Makes the client wait so many milliseconds (as a text) and ask again. */
export const pollingWaitCallback = /* @__PURE__ */ defineCallback({
  type: "PollingWaitCallback",
  outputs: [
    { name: "waitTime", byDefault: "8000" },
    { name: "message", byDefault: "Waiting for response..." },
  ],
});
