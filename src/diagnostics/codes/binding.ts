import { defineCodes, quote } from "../define-codes.js";

/** JRN1xx: names and what they refer to. */
export const bindingCodes = defineCodes({
  "duplicate-name": {
    id: "JRN101",
    severity: "error",
    title: (a: { what: string; name: string }) => `${a.what} ${quote(a.name)} is declared twice`,
    why: "A name stands for one thing only: with two, an arrow would not know where to lead.",
    help: () => "Rename one of them.",
  },
});
