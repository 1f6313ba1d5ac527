import { shortTypeName } from "../../catalogue/catalogue.js";
import type { Change, NodeLabel } from "../difference.js";
import { describeChange, nodeText, withScriptTitles } from "./describe-change.js";
import { describeValue } from "./describe-value.js";
import { type Described, described, name, now, old, type Piece, plain } from "./described.js";

/** Number of nodes from which the same change is told once. */
const severalNodes = 3;

/** Number of nodes that are named; the others are counted. */
const mostNames = 8;

/** Describes changes in words; one that touches several nodes alike is one line with their number and names. */
export function describeChanges(changes: readonly Change[]): readonly Described[] {
  const groups = new Map<string, Change[]>();
  for (const [index, change] of changes.entries()) {
    const key = likenessOf(change) ?? `${index}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < severalNodes ? group.map(describeChange) : [describeGroup(group)],
  );
}

/** What two changes of different nodes must have in common to be told together; `undefined` where nothing will do. */
function likenessOf(change: Change): string | undefined {
  switch (change.kind) {
    case "node-setting": {
      const { path, before, after } = withScriptTitles(change);
      return JSON.stringify([change.kind, path, before ?? null, after ?? null, before === undefined]);
    }
    case "node-retyped":
    case "node-upgraded":
      return JSON.stringify([change.kind, change.node.type, change.before, change.after]);
    case "outcome-rewired":
      return JSON.stringify([change.kind, change.before ?? null, change.after ?? null]);
    case "node-removed":
      // What a node was set to is told with the node.
      return change.movedTo === undefined && change.settings.length > 0
        ? undefined
        : JSON.stringify([change.kind, change.movedTo ?? null, change.movedTo === undefined && change.node.type]);
    default:
      return undefined;
  }
}

function describeGroup(group: readonly Change[]): Described {
  const [first] = group;
  const nodes = group.flatMap((change) => ("node" in change ? [change.node] : []));
  switch (first?.kind) {
    case "node-setting": {
      const { sign, pieces, details, lines } = describeValue([], withScriptTitles(first));
      return described(sign, [...inNodes(nodes), plain(": "), ...pieces], { details, lines });
    }
    case "outcome-rewired": {
      const arrows = group.flatMap((change) => (change.kind === "outcome-rewired" ? [arrowText(change)] : []));
      const { before, after } = first;
      const target = after === undefined ? [plain(" lead nowhere")] : [plain(" lead to "), now(after)];
      const was = before === undefined ? [] : [plain(", led to "), old(before)];
      const sign = before === undefined ? "+" : after === undefined ? "-" : "~";
      return described(sign, [plain(`${group.length} arrows`), ...target, ...was], { details: [named(arrows)] });
    }
    case "node-removed":
      return first.movedTo === undefined
        ? described("-", [...inNodes(nodes), plain(`: ${shortTypeName(first.node.type)}`)])
        : described("~", [...inNodes(nodes), plain(" moved to journey "), now(first.movedTo)]);
    case "node-retyped":
    case "node-upgraded": {
      const what = first.kind === "node-retyped" ? "are now" : "have version";
      return described("~", [
        ...inNodes(nodes),
        plain(` ${what} `),
        now(first.after),
        plain(", before "),
        old(first.before),
      ]);
    }
    default:
      return described("~", inNodes(nodes));
  }
}

function inNodes(nodes: readonly NodeLabel[]): readonly Piece[] {
  return [name(`${nodes.length} nodes`), plain(" ("), ...named(nodes.map(nodeText)), plain(")")];
}

function named(names: readonly string[]): readonly Piece[] {
  const shown = names.slice(0, mostNames).flatMap((text, index) => [...(index > 0 ? [plain(", ")] : []), name(text)]);
  return names.length > mostNames ? [...shown, plain(` and ${names.length - mostNames} more`)] : shown;
}

function arrowText({ node, outcome }: Extract<Change, { readonly kind: "outcome-rewired" }>): string {
  return outcome === "" ? nodeText(node) : `${nodeText(node)}.${outcome}`;
}
