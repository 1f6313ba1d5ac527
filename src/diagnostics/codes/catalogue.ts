import { defineCodes, quote } from "../define-codes.js";

/** JRN2xx: node types and their settings. */
export const catalogueCodes = defineCodes({
  "unknown-node-type": {
    id: "JRN201",
    severity: "warning",
    title: (a: { type: string }) => `Node type ${quote(a.type)} is not in the catalogue`,
    why: "Its properties and outcomes cannot be checked; they pass through to the export untouched.",
    help: () => "Correct the name, or declare the type with `extern node`.",
  },
});
