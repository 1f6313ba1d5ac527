import { defineCodes, quote } from "../define-codes.js";

/** JRN8xx: the configuration file, files and folders. */
export const configurationCodes = defineCodes({
  "unreadable-file": {
    id: "JRN801",
    severity: "error",
    title: (a: { path: string; problem: string }) => `Cannot read ${quote(a.path)}: ${a.problem}`,
    why: "The file is needed and cannot be opened.",
    help: () => "Correct the path, or check that the file exists and may be read.",
  },
  "invalid-configuration": {
    id: "JRN802",
    severity: "error",
    title: (a: { problem: string }) => `The configuration cannot be used: ${a.problem}`,
    why: "Without the project's settings, the exports would differ from those that the project expects.",
    help: () => "The file must hold one object of settings: as JSON, or as the default export of a module.",
  },
  "unknown-setting": {
    id: "JRN803",
    severity: "error",
    title: (a: { setting: string }) => `There is no setting ${quote(a.setting)}`,
    why: "A misspelt setting would be ignored silently, and the project would be built without it.",
    help: () => "docs/configuration.md lists all settings.",
  },
  "invalid-setting": {
    id: "JRN804",
    severity: "error",
    title: (a: { setting: string; expected: string }) => `Setting ${quote(a.setting)} must be ${a.expected}`,
    why: "A value of another kind has no meaning here.",
  },
  "duplicate-setting": {
    id: "JRN805",
    severity: "error",
    title: (a: { setting: string }) => `Setting ${quote(a.setting)} is given twice`,
    why: "Only the last one would count, and somebody who reads the first would be misled.",
    help: () => "Remove one of them.",
  },
  "unused-rule-setting": {
    id: "JRN806",
    severity: "info",
    title: (a: { code: string }) => `The configuration turns off ${a.code}, which reports nothing in this project`,
    why: "There is nothing left to turn off; the setting would only hide the next mistake.",
    help: () => "Remove the setting.",
  },
  "unused-param-setting": {
    id: "JRN807",
    severity: "warning",
    title: (a: { name: string }) => `The configuration sets a parameter ${quote(a.name)}, which no text has`,
    why: "A misspelt name leaves the parameter that was meant at its default, and the exports are built with another value than the one here.",
    help: () => "Correct the name, or remove the setting.",
  },
  "unread-configuration": {
    id: "JRN809",
    severity: "info",
    title: (a: { file: string; folder: string }) => `${quote(a.file)} is not read`,
    why: "One run has one configuration: that of --config, else the nearest one from the working directory upwards. What this one says has no effect here.",
    help: (a) => `Run the command in ${a.folder}, or give it --config ${a.file}.`,
  },
  "stale-baseline": {
    id: "JRN808",
    severity: "warning",
    title: (a: { code: string; file: string; count: number }) =>
      `The baseline accepts ${a.count === 1 ? `a finding of ${a.code}` : `${a.count} findings of ${a.code}`} in ${quote(a.file)} that ${a.count === 1 ? "is" : "are"} gone`,
    why: "What is mended should stay mended: as long as the baseline has the finding, the same mistake can come back unseen.",
    help: () => "Write the baseline again with `journeyc check --baseline FILE --update-baseline`.",
  },
});
