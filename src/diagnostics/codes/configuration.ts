import { defineCodes, quote } from "../define-codes.js";

/** JRN8xx: the configuration file, files and folders. */
export const configurationCodes = defineCodes({
  "unreadable-file": {
    id: "JRN801",
    severity: "error",
    title: (a: { path: string; problem: string }) => `Cannot read ${quote(a.path)}: ${a.problem}`,
    why: "The file is needed and could not be opened.",
    help: () => "Correct the path, or give the file back its name and its permissions.",
  },
  "invalid-configuration": {
    id: "JRN802",
    severity: "error",
    title: (a: { problem: string }) => `The configuration cannot be used: ${a.problem}`,
    why: "Compiling without the settings of the project would give other exports than the project means.",
    help: () => "The file must hold one object of settings: as JSON, or as the default export of a module.",
  },
  "unknown-setting": {
    id: "JRN803",
    severity: "error",
    title: (a: { setting: string }) => `There is no setting ${quote(a.setting)}`,
    why: "A misspelt setting would be passed over in silence, and the project would be built without it.",
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
    title: (a: { setting: string }) => `Setting ${quote(a.setting)} stands here twice`,
    why: "Only the last one would count, which nobody sees who reads the first.",
    help: () => "Remove one of them.",
  },
  "unused-rule-setting": {
    id: "JRN806",
    severity: "info",
    title: (a: { code: string }) => `The configuration sets ${a.code} aside, which finds nothing in this project`,
    why: "The reason has gone with what it was for; left behind, the setting would hide the next mistake.",
    help: () => "Remove the setting.",
  },
});
