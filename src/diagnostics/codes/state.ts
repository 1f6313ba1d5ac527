import { defineCodes, quote } from "../define-codes.js";

/** JRN5xx: node state that nodes read and write. */
export const stateCodes = defineCodes({
  "state-never-written": {
    id: "JRN501",
    severity: "warning",
    title: (a: { node: string; key: string; inner: string | undefined }) =>
      `${reader(a)} needs ${quote(a.key)}, but nothing before it writes it`,
    why: "The node cannot work without this key of node state: it fails, or the whole journey ends in an error.",
    help: (a) => `Let a node before it collect or set ${quote(a.key)}, or correct the setting that names it.`,
  },
  "state-not-on-every-path": {
    id: "JRN502",
    severity: "info",
    title: (a: { node: string; key: string; inner: string | undefined; path: string }) =>
      `${reader(a)} needs ${quote(a.key)}, but on one path nothing writes it: ${a.path}`,
    why: "The key of node state is written on other paths only: for a user who comes this way, the node cannot work.",
    help: (a) =>
      `Let the path pass a node that collects or sets ${quote(a.key)}, unless its outcomes rule this path out.`,
  },
  "transient-state-lost": {
    id: "JRN503",
    severity: "warning",
    title: (a: { node: string; key: string; inner: string | undefined }) =>
      `${reader(a)} reads ${quote(a.key)}, which the platform has dropped by then`,
    why: "Transient state lasts until the user is next asked something. Beyond that, and into inner journeys, the platform keeps only keys that a later node declares as inputs; `*` does not count. An inner journey returns no transient state.",
    help: (a) => `Add ${quote(a.key)} to the inputs of the node that reads it, or collect it where it is used.`,
  },
  "undeclared-state-input": {
    id: "JRN504",
    severity: "warning",
    title: (a: { node: string; key: string }) =>
      `The script of node ${quote(a.node)} reads ${quote(a.key)}, which is not among the node's inputs`,
    why: "A script sees only the keys that its node declares as inputs, so this key is always missing.",
    help: (a) => `Add ${quote(a.key)} to the inputs of the node, or \`*\`.`,
  },
  "script-state-never-written": {
    id: "JRN505",
    severity: "info",
    title: (a: { node: string; key: string; inner: string | undefined }) =>
      `The script of ${reader({ ...a, lower: true })} reads ${quote(a.key)}, but nothing before it writes it`,
    why: "The script never finds this key. That may be intended; more often the key is misspelt, or a node has been removed.",
    help: () => "Correct the key, or remove the code that depends on it.",
  },
  "misspelt-state-key": {
    id: "JRN511",
    severity: "warning",
    title: (a: {
      reader: string;
      line: number | undefined;
      key: string;
      meant: string;
      writes?: boolean;
      /** Set where the node only lists the key. */
      of?: "outputs";
    }) =>
      a.of === "outputs"
        ? `${a.reader} lists ${quote(a.key)} among its outputs, ${a.meant === "" ? "which its script never writes" : `while its script writes ${quote(a.meant)}`}`
        : a.writes === true
          ? `${a.reader} writes ${quote(a.key)}, which nothing reads, while ${quote(a.meant)} is read and never written`
          : `${a.reader} reads ${quote(a.key)}${a.line === undefined ? "" : ` in line ${a.line}`}, which nothing writes, while ${quote(a.meant)} is written`,
    why: "Neither the journey, nor one that runs it or that it runs, ever writes this key of node state: the script or the node finds nothing.",
    help: (a) => `Write ${quote(a.meant)}, or correct the key where it is ${a.writes === true ? "read" : "written"}.`,
  },
});

function reader({ node, inner, lower }: { node: string; inner: string | undefined; lower?: boolean }): string {
  const text = `${lower ? "node" : "Node"} ${quote(node)}`;
  return inner === undefined ? text : `${text} (${inner})`;
}
