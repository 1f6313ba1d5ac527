import { defineCodes, quote } from "../define-codes.js";

/** JRN4xx: export JSON, read or written. */
export const exportCodes = defineCodes({
  "invalid-json": {
    id: "JRN401",
    severity: "error",
    title: (a: { problem: string }) => `Not valid JSON: ${a.problem}`,
    why: "An export must be valid JSON, as RFC 8259 defines it.",
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
    why: "Without a tree object there is nothing to read, so this journey is left out. The other journeys of the file are read.",
  },
  "duplicate-journey": {
    id: "JRN404",
    severity: "error",
    title: (a: { journey: string; same?: readonly string[]; folders?: readonly [string, string] }) =>
      a.folders === undefined
        ? `Journey ${quote(a.journey)} occurs twice`
        : `${quote(a.folders[1])} holds the same as ${quote(a.folders[0])}: ${someNames(a.same ?? [a.journey])}`,
    why: "A journey's name identifies it on the platform, so only one of the two can be meant. The first one is read.",
    help: (a) =>
      a.folders === undefined
        ? "Remove one of them, or give the files one at a time."
        : "Check one of the two folders.",
  },
  "duplicate-member": {
    id: "JRN405",
    severity: "error",
    title: (a: { member: string }) => `Member ${quote(a.member)} occurs twice in one object`,
    why: "JSON readers keep the last one and silently drop the others, so part of the file would be lost.",
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
    why: "An export of a thousand journeys is smaller than this, so the file must hold other things than journeys.",
    help: () => "Export the journeys alone, or one at a time.",
  },
  "member-not-read": {
    id: "JRN408",
    severity: "info",
    title: (a: { members: readonly string[] }) => `Not read: ${a.members.map(quote).join(", ")}`,
    why: "Only journeys and their dependencies are read; other configuration in the same file is ignored.",
  },
  "missing-node-file": {
    id: "JRN409",
    severity: "warning",
    title: (a: { journey: string; node: string } | { journey: string; nodes: number; journeys: number }) => {
      if ("node" in a) return `No file holds node ${quote(a.node)} of journey ${quote(a.journey)}`;
      const journeys = a.journeys === 1 ? "" : `${a.journeys} journeys, such as `;
      return `No file holds any of the ${a.nodes} nodes of ${journeys || "journey "}${quote(a.journey)}`;
    },
    why: "The tree names the node, but no file of the folder holds its settings.",
    help: (a: { journey: string }) =>
      "nodes" in a
        ? "Trees alone do not say what their nodes do, and only their arrows are checked: pull the nodes too."
        : "Pull the journey again, or put the file of the node into the folder.",
  },
  "stale-node-file": {
    id: "JRN410",
    severity: "warning",
    title: (a: { journey: string | undefined }) =>
      a.journey === undefined
        ? "No journey that was read uses this node"
        : `Journey ${quote(a.journey)} does not use this node`,
    why: "The file is in the journey's folder, or among the nodes of an Amster export that has the trees of the realm, but neither a tree nor a page names its node. It was probably left behind when the node was removed, and is not read.",
    help: (a) =>
      a.journey === undefined
        ? "Delete the file, unless another journey of the realm uses the node."
        : "Delete the file.",
  },
  "missing-text-file": {
    id: "JRN411",
    severity: "error",
    title: (a: { what: string; name: string; file: string }) =>
      `${a.what} ${quote(a.name)} has its text in ${quote(a.file)}, which does not exist`,
    why: "Without the file, an empty text would be written back, so whatever needs the text is left out.",
  },
  "other-realm": {
    id: "JRN412",
    severity: "info",
    title: (a: { realm: string; journeys: readonly string[] }) =>
      `Journeys of realm ${quote(a.realm)} are left out: ${someNames(a.journeys)}`,
    why: "Realms are not mixed: each has its own users and scripts, and a name can mean only one journey here.",
    help: (a) => `Use \`--realm ${a.realm}\` to read these instead.`,
  },
  "malformed-entry": {
    id: "JRN414",
    severity: "warning",
    title: (a: { list: string; index: number; problem: string }) =>
      `Entry ${a.index + 1} of \`${a.list}\` is not read: ${a.problem}`,
    why: "The entries of such a list are told apart by their ids and types, so this one belongs to no node of its own. The others are read.",
    help: () => "Give it an id of its own, or remove it.",
  },
  "id-of-two-types": {
    id: "JRN418",
    severity: "info",
    title: (a: { id: string; node: string; typeId: string }) =>
      `The id ${quote(a.id)} belongs to nodes of several types: ${quote(a.node)} (${a.typeId}) is read with an id of its own`,
    why: "A realm stores a node by its type and id, so these are different nodes, each with its own settings. Exports and texts tell nodes apart by the id alone, so all but one get an id that is derived from their id and type, the same each time.",
    help: () =>
      "Nothing is to be done. Once the journey is deployed as it is built, the node with the old id is used no more.",
  },
  "left-out-of-folder": {
    id: "JRN413",
    severity: "warning",
    title: (a: { parts: readonly { kind: string; id: string }[] }) =>
      `The layout of the folder has no place for ${someParts(a.parts)}`,
    why: "Folders keep themes, social providers and the like apart from journeys, and some keep nothing but trees and nodes, so this folder alone does not deploy it.",
    help: () => "Deploy it separately, or build the target `export`.",
  },
  "left-out-of-machine": {
    id: "JRN416",
    severity: "info",
    title: (a: { parts: readonly { kind: string; id: string }[] }) =>
      `The machine has no place for ${someParts(a.parts)}`,
    why: "A machine holds the nodes, the settings and the scripts that run. What belongs to no node, and members of the export that journeyc does not know, are in exports and folders only.",
    help: () => "Nothing is to be done unless a test needs it: the target `export` has it.",
  },
  "open-conflict": {
    id: "JRN417",
    severity: "error",
    title: (a: { conflict: string }) => `A conflict of a merge is open: ${a.conflict}`,
    why: "`journeyc merge` kept the version of ours here because it could not decide between the two. Nobody has said yet which one is right.",
    help: () => "Choose the right version and remove the mark: the comment, or the entry in `meta.mergeConflicts`.",
  },
  "number-not-kept": {
    id: "JRN415",
    severity: "error",
    title: (a: { number: string; becomes: string }) =>
      `The number ${a.number} cannot be kept, it would become ${a.becomes}`,
    why: "JSON readers, journeyc among them, hold numbers with about 16 digits and exponents up to 308. The file is not read, so that no other number is written back.",
    help: () => "Write a number with fewer digits, or a text if the reader of the value takes one.",
  },
});

/** What is left out, by kind. */
function someParts(parts: readonly { kind: string; id: string }[]): string {
  const kinds = new Set(parts.map(({ kind }) => kind));
  return [...kinds]
    .map((kind) => `${kind} ${someNames(parts.flatMap((part) => (part.kind === kind ? [part.id] : [])))}`)
    .join(", ");
}

/** The first names, and the number of the others. */
function someNames(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(quote).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
