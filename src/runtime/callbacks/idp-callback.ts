import { defineCallback } from "./define-callback.js";

/** Asks a native client to sign on with an identity provider. */
export const idPCallback = /* @__PURE__ */ defineCallback({
  type: "IdPCallback",
  outputs: [
    { name: "provider" },
    { name: "clientId" },
    { name: "redirectUri" },
    { name: "scopes", byDefault: [] },
    { name: "nonce", byDefault: "" },
    { name: "acrValues", byDefault: [] },
    { name: "request", byDefault: "" },
    { name: "requestUri", byDefault: "" },
    { name: "acceptsJSON", optional: true },
  ],
  inputs: [
    { suffix: "token", byDefault: "" },
    { suffix: "token_type", byDefault: "" },
  ],
});
