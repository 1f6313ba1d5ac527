import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.js";

const mostShown = 5;

/**
 * Joins what is said of one place in a script once for each node that runs it: the script is the cause. The other nodes become related places
 * of the first finding.
 */
export function joinNodesOfScripts(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const each of found) {
    if (each.code !== "script-outcome-not-listed") continue;
    const key = JSON.stringify([each.place.range, each.place.pointer, withoutNode(each.message), each.help]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const joined = new Map<Diagnostic, Diagnostic | undefined>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length === 0) continue;
    joined.set(first, { ...first, related: [...first.related, ...nodesOf(others)] });
    for (const other of others) joined.set(other, undefined);
  }
  if (joined.size === 0) return found;
  return found.flatMap((each) => (joined.has(each) ? (joined.get(each) ?? []) : [each]));
}

/** What is chosen, and where: in an export all of a script has one place. */
function withoutNode(message: string): string {
  return message.replace(/, which node ".*" does not list$/, "");
}

/** The nodes stand first among what is related. */
function nodesOf(others: readonly Diagnostic[]): readonly RelatedPlace[] {
  const nodes = others.flatMap(({ related: [node] }) => (node === undefined ? [] : [node.place]));
  const left = nodes.length - mostShown;
  return nodes.slice(0, mostShown).map((place, index) => ({
    place,
    message: `This node runs it too, and does not list it either${left > 0 && index === mostShown - 1 ? `; so do ${left} more` : ""}`,
  }));
}
