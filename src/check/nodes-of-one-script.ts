import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.js";
import { joinFindings } from "../diagnostics/join-findings.js";

const mostShown = 5;

/**
 * Joins what is said of one place in a script once for each node that runs it: the script is the cause. The other nodes become related places
 * of the first finding.
 */
export function joinNodesOfScripts(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return joinFindings(found, choiceOf, (first, others) => ({
    ...first,
    related: [...first.related, ...nodesOf(others)],
  }));
}

function choiceOf({ code, place, message, help }: Diagnostic): string | undefined {
  if (code !== "script-outcome-not-listed") return undefined;
  return JSON.stringify([place.range, place.pointer, withoutNode(message), help]);
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
