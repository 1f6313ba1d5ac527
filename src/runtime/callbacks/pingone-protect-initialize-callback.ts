import { defineCallback } from "./define-callback.js";

/** Starts the collection of risk signals. */
export const pingOneProtectInitializeCallback = /* @__PURE__ */ defineCallback({
  type: "PingOneProtectInitializeCallback",
  outputs: [
    { name: "envId" },
    { name: "consoleLogEnabled", byDefault: false },
    { name: "deviceAttributesToIgnore", byDefault: [] },
    { name: "customHost", byDefault: "" },
    { name: "lazyMetadata", byDefault: false },
    { name: "behavioralDataCollection", byDefault: true },
    { name: "deviceKeyRsyncIntervals", byDefault: 14 },
    { name: "enableTrust", byDefault: false },
    { name: "disableTags", byDefault: false },
    { name: "disableHub", byDefault: false },
  ],
  inputs: [{ suffix: "clientError", byDefault: "" }],
});
