import { defineCodes, quote } from "../define-codes.js";

/** JRN38x: journeys together. */
export const acrossCodes = defineCodes({
  "clashing-journey": {
    id: "JRN381",
    severity: "warning",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} is given twice`,
    why: "A journey's name is its identity on the platform: where others run it as an inner journey, only one of the two can be meant.",
    help: () => "Check one of them at a time.",
  },
  "unknown-inner-journey": {
    id: "JRN382",
    severity: "warning",
    title: (a: { node: string; inner: string }) =>
      `Node ${quote(a.node)} runs journey ${quote(a.inner)}, which is not here`,
    why: "What is not here cannot be checked; where the tenant has no such journey, the platform answers with an error.",
    help: (a) =>
      `Check it together with this one, or name ${quote(a.inner)} in \`journeys.external\` of the configuration.`,
  },
  "disabled-inner-journey": {
    id: "JRN383",
    severity: "error",
    title: (a: { node: string; inner: string }) =>
      `Node ${quote(a.node)} runs journey ${quote(a.inner)}, which is disabled`,
    why: "To the platform, a disabled journey is one that does not exist: the journey around it fails.",
    help: () => "Enable the inner journey, or remove the node.",
  },
  "recursive-inner-journey": {
    id: "JRN384",
    severity: "error",
    title: (a: { path: string }) => `Journeys run each other in a circle: ${a.path}`,
    why: "The platform refuses a journey that would run itself, directly or through others.",
    help: () => "Lead back with an outcome instead.",
  },
  "impossible-inner-outcome": {
    id: "JRN385",
    severity: "info",
    title: (a: { node: string; inner: string; end: "succeed" | "fail" }) =>
      `Node ${quote(a.node)} has an outcome that cannot happen: journey ${quote(a.inner)} can never ${a.end}`,
    why: "No path of the inner journey leads to that end, so what follows on the outcome never runs.",
  },
  "unused-inner-journey": {
    id: "JRN386",
    severity: "info",
    title: (a: { journey: string }) => `Inner journey ${quote(a.journey)} is not used here`,
    why: "It can only run inside another journey, and none of those checked runs it.",
    help: () => "Remove it, unless journeys elsewhere use it.",
  },
  "different-scripts": {
    id: "JRN387",
    severity: "warning",
    title: (a: { title: string; by: "name" | "id" }) =>
      a.by === "id"
        ? `Two different scripts have the id of ${quote(a.title)}`
        : `Two different scripts are called ${quote(a.title)}`,
    why: "A realm keeps one script under an id and one under a name: of journeys that bring different ones, the last to be imported wins.",
    help: () => "Rename one of them, or make them the same.",
  },
});
