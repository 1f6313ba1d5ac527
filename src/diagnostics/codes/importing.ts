import { defineCodes, quote } from "../define-codes.js";

/** JRN44x: import of exports as text. */
export const importingCodes = defineCodes({
  "existing-file": {
    id: "JRN440",
    severity: "error",
    title: (a: { path: string }) => `${quote(a.path)} exists and was not imported from this journey`,
    why: "The file may contain somebody's own work, so nothing was written.",
    help: () => "Bring the export into it with `--into FILE`, choose another `--out`, or overwrite it with `--force`.",
  },
  "journey-not-in-source": {
    id: "JRN441",
    severity: "error",
    title: (a: { journey: string; path: string }) => `${quote(a.path)} has no journey ${quote(a.journey)}`,
    why: "`--into` updates journeys that the file has already, and finds them by their ids.",
    help: () => "Import it into a file of its own with `--out DIR`.",
  },
  "import-not-whole": {
    id: "JRN442",
    severity: "error",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} cannot be written as text without loss`,
    why: "Building the text would not give the same export again, not even with `raw`. This is a defect of journeyc; the journey was left out.",
    help: () => "Please report it, with the export if you may.",
  },
});
