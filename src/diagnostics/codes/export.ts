import { defineCodes, quote } from "../define-codes.js";

/** JRN4xx: export JSON that is read or written. */
export const exportCodes = defineCodes({
  "invalid-json": {
    id: "JRN401",
    severity: "error",
    title: (a: { problem: string }) => `Not valid JSON: ${a.problem}`,
    why: "An export must be a JSON text as RFC 8259 describes it.",
  },
  "no-journey": {
    id: "JRN402",
    severity: "error",
    title: (a: { found: string }) => `No journey found: this is ${a.found}`,
    why: "A journey export has a `trees` object, or a `tree` with its `nodes`; nothing in this file has that form.",
    help: () =>
      "Give an export of the admin UI or of frodo, a folder of fr-config-manager or Amster, or a `.journey` file.",
  },
  "malformed-journey": {
    id: "JRN403",
    severity: "error",
    title: (a: { journey: string; problem: string }) => `Journey ${quote(a.journey)} cannot be read: ${a.problem}`,
    why: "Without a tree object there is nothing to read, so the journey is left out while the others of the file are read.",
  },
  "duplicate-journey": {
    id: "JRN404",
    severity: "error",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} is there twice`,
    why: "A journey's name is its identity on the platform: of two with one name, only one can be meant. The first is read.",
    help: () => "Choose one with `--realm`, or give the files one by one.",
  },
  "duplicate-member": {
    id: "JRN405",
    severity: "error",
    title: (a: { member: string }) => `Member ${quote(a.member)} stands twice in one object`,
    why: "JSON readers keep the last one and drop the others without a word, so part of what the file says would be lost.",
    help: () => "Remove or rename one of them.",
  },
  "nested-too-deep": {
    id: "JRN406",
    severity: "error",
    title: (a: { journey: string; limit: number }) =>
      `Journey ${quote(a.journey)} nests values more than ${a.limit} levels deep`,
    why: "No platform writes such a value; a file that has one is damaged or hostile.",
  },
  "export-too-large": {
    id: "JRN407",
    severity: "error",
    title: (a: { megabytes: number; limit: number }) =>
      `The file is too large: ${a.megabytes} MB, the limit is ${a.limit} MB`,
    why: "A tenant with a thousand journeys exports less than this; a larger file is not an export of journeys alone.",
    help: () => "Export the journeys alone, or one at a time.",
  },
  "member-not-read": {
    id: "JRN408",
    severity: "info",
    title: (a: { members: readonly string[] }) => `Left unread beside the journeys: ${a.members.map(quote).join(", ")}`,
    why: "Only journeys and what they hold are read; other configuration in the same file is not part of them.",
  },
  "missing-node-file": {
    id: "JRN409",
    severity: "warning",
    title: (a: { journey: string; node: string }) =>
      `No file holds node ${quote(a.node)} of journey ${quote(a.journey)}`,
    why: "The tree names the node, but its settings are in no file of the folder, so they are unknown.",
    help: () => "Pull the journey again.",
  },
  "stale-node-file": {
    id: "JRN410",
    severity: "warning",
    title: (a: { journey: string }) => `This node belongs to nothing in journey ${quote(a.journey)}`,
    why: "The file lies in the journey's folder, but neither the tree nor a page names its node: it was probably left behind when the node was removed. It is not read.",
    help: () => "Delete the file.",
  },
  "missing-text-file": {
    id: "JRN411",
    severity: "error",
    title: (a: { what: string; name: string; file: string }) =>
      `${a.what} ${quote(a.name)} has its text in ${quote(a.file)}, which is not there`,
    why: "Without the file the text would be written back empty, so what needs it is left out.",
  },
  "other-realm": {
    id: "JRN412",
    severity: "info",
    title: (a: { realm: string; journeys: readonly string[] }) =>
      `Left out of realm ${quote(a.realm)}: ${someNames(a.journeys)}`,
    why: "Another realm has journeys of the same names, and a name can only mean one of them here.",
    help: (a) => `Give \`--realm ${a.realm}\` to read those.`,
  },
  "left-out-of-folder": {
    id: "JRN413",
    severity: "warning",
    title: (a: { kind: string; id: string }) =>
      `A folder of fr-config-manager has no place for ${a.kind} ${quote(a.id)}`,
    why: "The tool keeps themes, social providers and the like apart from journeys, so the folder alone does not bring them to a tenant.",
    help: () => "Deploy it by itself, or build the target `export`.",
  },
});

/** A few names, and how many more. */
function someNames(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(quote).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
