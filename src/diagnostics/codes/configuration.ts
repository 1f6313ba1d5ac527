import { defineCodes, quote } from "../define-codes.js";

/** JRN8xx: the configuration file, files and folders. */
export const configurationCodes = defineCodes({
  "unreadable-file": {
    id: "JRN801",
    severity: "error",
    title: (a: { path: string; problem: string }) => `Cannot read ${quote(a.path)}: ${a.problem}`,
    why: "The file is needed and could not be opened.",
  },
});
