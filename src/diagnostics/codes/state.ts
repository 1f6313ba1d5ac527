import { defineCodes, quote } from "../define-codes.js";

/** JRN5xx: what nodes read from node state and who has written it. */
export const stateCodes = defineCodes({
  "state-never-written": {
    id: "JRN501",
    severity: "warning",
    title: (a: { node: string; key: string; inner: string | undefined }) =>
      `${reader(a)} needs ${quote(a.key)}, and nothing before it writes that`,
    why: "The node cannot do its work without this key of node state: it fails, or the whole journey ends in an error.",
    help: (a) => `Let a node before it collect or set ${quote(a.key)}, or correct the setting that names it.`,
  },
  "state-not-on-every-path": {
    id: "JRN502",
    severity: "info",
    title: (a: { node: string; key: string; inner: string | undefined; path: string }) =>
      `${reader(a)} needs ${quote(a.key)}, and on one path nothing writes that: ${a.path}`,
    why: "The key of node state is written on other paths only: whoever comes this way meets a node that cannot do its work.",
    help: (a) =>
      `Let the path pass a node that collects or sets ${quote(a.key)}, unless its outcomes rule this path out.`,
  },
  "transient-state-lost": {
    id: "JRN503",
    severity: "warning",
    title: (a: { node: string; key: string; inner: string | undefined }) =>
      `${reader(a)} reads ${quote(a.key)}, which the platform has dropped by then`,
    why: "Transient state lives until the user is next asked something. Across that, and into inner journeys, only keys are kept that a later node names as an input, `*` does not count; an inner journey hands no transient state back.",
    help: (a) => `Name ${quote(a.key)} in the inputs of the node that reads it, or collect it where it is used.`,
  },
  "undeclared-state-input": {
    id: "JRN504",
    severity: "warning",
    title: (a: { node: string; key: string }) =>
      `The script of node ${quote(a.node)} reads ${quote(a.key)}, which is not among the node's inputs`,
    why: "A script sees only the keys that the inputs of its node name: the key is always missing here.",
    help: (a) => `Add ${quote(a.key)} to the inputs of the node, or \`*\`.`,
  },
  "script-state-never-written": {
    id: "JRN505",
    severity: "info",
    title: (a: { node: string; key: string; inner: string | undefined }) =>
      `The script of ${reader({ ...a, lower: true })} reads ${quote(a.key)}, and nothing before it writes that`,
    why: "The script always finds the key missing. It may be meant so; more often a key is misspelt or a node has been removed.",
    help: () => "Correct the key, or remove what depends on it.",
  },
});

function reader({ node, inner, lower }: { node: string; inner: string | undefined; lower?: boolean }): string {
  const text = `${lower ? "node" : "Node"} ${quote(node)}`;
  return inner === undefined ? text : `${text} (${inner})`;
}
