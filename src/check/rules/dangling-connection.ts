import { isPlaceholder } from "../../catalogue/placeholder.js";
import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import { isEndName } from "../../syntax/reserved-names.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports outcomes that lead to an id that no node of the journey has. Nodes that are never reached are left to
 * `unreachable-node`.
 */
export const danglingConnection = journeyRule(
  "dangling-connection",
  "proves",
  (facts, report) => {
    for (const node of facts.reachedNodes) {
      for (const { outcomeId, target, targetPlace } of node.connections) {
        if (target.kind !== "foreign" || isPlaceholder(target.id)) continue;
        const outcome = outcomeLabel(node, outcomeId);
        report({
          at: targetPlace,
          args: { node: nodeLabel(node), outcome, id: target.id },
          ...adviceOn(target.id, targetPlace),
        });
      }
    }
  },
  { evenIfIncomplete: true },
);

/** `-> "failure"`: in quotes it is the id of a node, without them the end. */
function adviceOn(id: string, { pointer, range }: Place): DiagnosticExtras {
  if (!isEndName(id) || pointer !== undefined) return {};
  return {
    help: `Write \`${id}\` without quotes: in quotes it is the id of a node.`,
    fixes: [{ title: `Write ${id}`, edits: [{ range, text: id }] }],
  };
}
