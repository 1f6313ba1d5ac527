import { defineCallback } from "./define-callback.js";

/** Asks for consent to share data with one mapping. */
export const consentMappingCallback = /* @__PURE__ */ defineCallback({
  type: "ConsentMappingCallback",
  outputs: [
    { name: "name" },
    { name: "displayName" },
    { name: "icon", byDefault: "" },
    { name: "accessLevel" },
    { name: "isRequired", byDefault: false },
    { name: "message", byDefault: "Privacy & Consent." },
    { name: "fields", byDefault: [] },
  ],
  inputs: [{ suffix: "", byDefault: false }],
});
