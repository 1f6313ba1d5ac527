import { defineCodes, quote } from "../define-codes.js";

/** JRN82x: findings that are set aside. */
export const suppressionCodes = defineCodes({
  "unknown-suppression": {
    id: "JRN821",
    severity: "warning",
    title: (a: { code: string }) => `There is no rule ${quote(a.code)} to be ignored`,
    why: "A misspelt code sets nothing aside, and nobody notices.",
    help: () => "docs/rules lists all codes.",
  },
  "unused-suppression": {
    id: "JRN822",
    severity: "warning",
    title: (a: { code: string }) => `Nothing to ignore here: ${a.code} finds nothing on the next line`,
    why: "What was set aside has been mended; left behind, the comment would hide the next mistake.",
    help: () => "Remove the comment.",
  },
  "suppression-without-reason": {
    id: "JRN823",
    severity: "warning",
    title: (a: { code: string }) => `Ignoring ${a.code} needs a reason`,
    why: "Who comes later must see why the finding does not matter; without a reason nothing is set aside.",
    help: (a) => `Write \`// journey-ignore-next-line ${a.code}: reason\`.`,
  },
  "suppressed-error": {
    id: "JRN824",
    severity: "warning",
    title: (a: { code: string }) => `An error cannot be ignored: ${a.code}`,
    why: "What an error reports does not work on the platform, whatever the reason.",
    help: () => "Mend it, and remove the comment.",
  },
});
