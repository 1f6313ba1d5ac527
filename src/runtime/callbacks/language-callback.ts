import { defineCallback } from "./define-callback.js";

/** Asks for the language of the client. */
export const languageCallback = /* @__PURE__ */ defineCallback({
  type: "LanguageCallback",
  outputs: [],
  inputs: [
    { suffix: "Language", byDefault: "" },
    { suffix: "Country", byDefault: "" },
  ],
});
