import { defineCodes } from "../define-codes.js";

/** JRN4xx: export JSON that is read or written. */
export const exportCodes = defineCodes({
  "invalid-json": {
    id: "JRN401",
    severity: "error",
    title: (a: { problem: string }) => `Not valid JSON: ${a.problem}`,
    why: "An export must be a JSON text as RFC 8259 describes it.",
  },
});
