import { defineCodes, quote } from "../define-codes.js";

/** JRN21x: nodes in a journey, beyond the values of single settings. */
export const nodeCodes = defineCodes({
  "deprecated-node-type": {
    id: "JRN211",
    severity: "warning",
    title: (a: { type: string; successor: string | undefined; count: number }) =>
      a.count === 1
        ? `Node type ${quote(a.type)} is deprecated`
        : `Node type ${quote(a.type)} is deprecated (${a.count} nodes)`,
    why: "The vendor keeps it for existing journeys and may remove it in a later release.",
    help: (a) =>
      a.successor === undefined
        ? "There is no successor; see the vendor's documentation."
        : `Its successor is ${quote(a.successor)}.`,
  },
  "deprecated-property": {
    id: "JRN212",
    severity: "info",
    title: (a: { type: string; property: string }) => `${quote(a.property)} of ${a.type} is deprecated`,
    why: "The platform still accepts the property, but new journeys should not use it.",
  },
  "property-of-another-version": {
    id: "JRN213",
    severity: "warning",
    title: (a: { type: string; version: string; property: string; others: readonly string[] }) =>
      `${a.type} ${a.version} has no property ${quote(a.property)}: it belongs to version ${a.others.join(", ")}`,
    why: "The platform refuses or ignores a property that this version of the node does not know.",
    help: () => "Remove the property, or move the node to that version.",
  },
  "disagreeing-version": {
    id: "JRN214",
    severity: "warning",
    title: (a: { node: string; reference: string; body: string }) =>
      `Node ${quote(a.node)} is version ${a.reference} in the journey and version ${a.body} in its settings`,
    why: "The version decides which settings and outcomes a node has; with two versions it is uncertain which one the platform uses.",
    help: () => "Make the two versions equal.",
  },
  "unset-script": {
    id: "JRN215",
    severity: "warning",
    title: (a: { node: string }) => `Node ${quote(a.node)} has no script`,
    why: "A node that runs a script fails when none is chosen.",
    help: () => "Choose a script.",
  },
  "missing-reference": {
    id: "JRN216",
    severity: "warning",
    title: (a: { node: string; kind: string; ids: readonly string[] }) =>
      `Node ${quote(a.node)} uses ${a.kind} ${a.ids.map(quote).join(", ")}, which this export does not contain`,
    why: "The export contains other dependencies of this kind. If the tenant does not have this one, the node fails.",
    help: () => "Export the journey with its dependencies, or make sure that the tenant has it.",
  },
});
