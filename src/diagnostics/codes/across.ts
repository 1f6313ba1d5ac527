import { defineCodes, quote } from "../define-codes.js";

/** JRN38x: several journeys together. */
export const acrossCodes = defineCodes({
  "clashing-journey": {
    id: "JRN381",
    severity: "warning",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} is given twice`,
    why: "A journey's name identifies it on the platform: when another journey runs it as an inner journey, it is unclear which of the two is meant.",
    help: () => "Check one of them at a time.",
  },
  "unknown-inner-journey": {
    id: "JRN382",
    severity: "warning",
    title: (a: { node: string; inner: string }) =>
      `Node ${quote(a.node)} runs journey ${quote(a.inner)}, which is not among those checked`,
    why: "A missing journey cannot be checked. If the tenant does not have it either, the platform answers with an error.",
    help: (a) =>
      `Check it together with this one, or name ${quote(a.inner)} in \`journeys.external\` of the configuration.`,
  },
  "disabled-inner-journey": {
    id: "JRN383",
    severity: "error",
    title: (a: { node: string; inner: string }) =>
      `Node ${quote(a.node)} runs journey ${quote(a.inner)}, which is disabled`,
    why: "The platform treats a disabled journey as if it did not exist, so the journey that runs it fails.",
    help: () => "Enable the inner journey, or remove the node.",
  },
  "recursive-inner-journey": {
    id: "JRN384",
    severity: "error",
    title: (a: { path: string }) => `Journeys run each other in a circle: ${a.path}`,
    why: "The platform refuses a journey that runs itself, directly or through other journeys.",
    help: () => "Lead an outcome back to an earlier node instead.",
  },
  "impossible-inner-outcome": {
    id: "JRN385",
    severity: "info",
    title: (a: { node: string; inner: string; end: "succeed" | "fail" }) =>
      `Node ${quote(a.node)} has an outcome that cannot happen: journey ${quote(a.inner)} can never ${a.end}`,
    why: "No path of the inner journey leads to that end, so the nodes after this outcome never run.",
  },
  "unused-inner-journey": {
    id: "JRN386",
    severity: "info",
    title: (a: { journey: string }) => `Inner journey ${quote(a.journey)} is not used here`,
    why: "It can only run inside another journey, and none of the checked journeys runs it.",
    help: () => "Remove it, unless a journey elsewhere uses it.",
  },
  "different-scripts": {
    id: "JRN387",
    severity: "warning",
    title: (a: { title: string; by: "name" | "id" }) =>
      a.by === "id"
        ? `Two different scripts have the id of ${quote(a.title)}`
        : `Two different scripts are called ${quote(a.title)}`,
    why: "A realm stores one script for each id and for each name: if journeys bring different ones, the script that is imported last wins.",
    help: (a: { by: "name" | "id" }): string =>
      a.by === "id"
        ? "Give one of them an id of its own, also where nodes name it, or make them identical."
        : "Rename one of them, or make them identical.",
  },
  "node-in-two-journeys": {
    id: "JRN388",
    severity: "warning",
    title: (a: { node: string; journey: string; more: number; differ: boolean; fromExport: boolean }) =>
      `Node ${quote(a.node)} has the id of a node of journey ${quote(a.journey)}${a.differ ? ", with other settings" : ""}${moreNodes(a.more)}`,
    why: "A realm stores one node for each type and id: the journey that is imported last overwrites the node of the other one, and whoever changes it in one journey changes it in both.",
    help: (a) =>
      a.fromExport
        ? "Give the copy ids of its own: `journeyc import --new-ids`."
        : a.more === 0
          ? "Remove the id of the copy from its `layout` block, here or there: that node then gets an id of its own."
          : "Remove these ids from the `layout` block of the copy: the nodes then get ids of their own.",
  },
});

function moreNodes(count: number): string {
  if (count === 0) return "";
  return count === 1 ? ", and so has 1 more node" : `, and so have ${count} more nodes`;
}
