import { defineCodes, quote } from "../define-codes.js";

/** JRN82x: comments that ignore findings. */
export const suppressionCodes = defineCodes({
  "unknown-suppression": {
    id: "JRN821",
    severity: "warning",
    title: (a: { code: string; isOtherKeyword?: boolean }) =>
      a.isOtherKeyword === true
        ? `This ignores nothing: a comment that ignores ${a.code} begins with \`// journey-ignore-next-line\``
        : `There is no rule ${quote(a.code)} to ignore`,
    why: "A comment with a misspelt code ignores nothing, and nobody notices.",
    help: () => "docs/rules lists all codes.",
  },
  "unused-suppression": {
    id: "JRN822",
    severity: "warning",
    title: (a: { code: string }) => `Nothing to ignore here: ${a.code} reports nothing on the next line`,
    why: "There is nothing left to ignore; the comment would only hide the next mistake.",
    help: () => "Remove the comment.",
  },
  "suppression-without-reason": {
    id: "JRN823",
    severity: "warning",
    title: (a: { code: string }) => `Ignoring ${a.code} needs a reason`,
    why: "Later readers must see why the finding does not matter; without a reason the comment has no effect.",
    help: (a) => `Write \`// journey-ignore-next-line ${a.code}: reason\`.`,
  },
  "suppressed-error": {
    id: "JRN824",
    severity: "warning",
    title: (a: { code: string }) => `An error cannot be ignored: ${a.code}`,
    why: "An error means that something does not work on the platform, whatever the reason.",
    help: () => "Correct the error, and remove the comment.",
  },
});
