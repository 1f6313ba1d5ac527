import { defineCodes, quote } from "../define-codes.js";

/** JRN0xx: the text itself. */
export const syntaxCodes = defineCodes({
  "syntax-error": {
    id: "JRN001",
    severity: "error",
    title: (a: { expected: string; found: string }) => `Expected ${a.expected}, found ${a.found}`,
    why: "The text does not follow the grammar here, so what was meant is unknown.",
  },
  "unexpected-character": {
    id: "JRN002",
    severity: "error",
    title: (a: { text: string }) => `Unexpected ${quote(a.text)}`,
    why: "No word, number or string of the language begins with this character.",
    help: () => "Remove it, or put the text into quotes.",
  },
});
