import type { Place } from "../../diagnostics/diagnostic.js";
import type { Connection, JourneyNode } from "../../model/model.js";
import { placeInScript } from "../../model/script-place.js";
import { decidingScript } from "../deciding-script.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { lacksBody } from "../lacks-body.js";
import { leadsToStart, nodeBefore } from "../lost-nodes.js";
import { hasRole, takesNoAnswer } from "../node-behaviour.js";
import { relatedNodes } from "../node-groups.js";
import { journeyRule } from "../rule.js";
import { letsPassWhoIsTurnedAway } from "../turned-away.js";
import { mayLeadTo, missingWays } from "../unconnected-outcomes.js";

/**
 * Reports nodes that no path from `start` visits, once for each group, at the node from which the others are reached.
 * Nothing is reported where the start itself leads nowhere, which has a finding of its own.
 */
export const unreachableNode = journeyRule("unreachable-node", "proves", (facts, report) => {
  const { journey } = facts;
  if (journey.entry === undefined || journey.entry.target.kind === "foreign") return;
  const groups = facts.lostGroups;
  if (groups.length === 0) return;
  const missing = missingWays(facts);
  const circle = groups.length === 1 ? pointlessCircle(groups[0]?.head, facts) : undefined;
  for (const group of groups) {
    const { head, others } = group;
    // The finding about its settings says that nothing leads to it.
    if (others.length === 0 && lacksBody(head, facts)) continue;
    const related = relatedNodes(others, (label) => `${label} is only reached from there`);
    const args = { name: nodeLabel(head), others: others.length };
    if (circle === undefined) {
      const ways = groups.length === 1 ? likelyWays(head, facts) : [];
      report({
        at: head.namePlace,
        args: { ...args, leadsToStart: leadsToStart(group, facts) },
        related,
        restsOn: missing === undefined ? ways : [...ways, missing.namePlace],
      });
      continue;
    }
    const help = `Did you mean \`${head.name}\`? The arrow leads back to its own node, where nothing changes.`;
    const at = isFromExport(journey) ? head.namePlace : circle.targetPlace;
    report({
      at,
      args: { ...args, leadsToStart: false },
      help,
      related: [{ place: head.namePlace, message: "It is here" }, ...related],
    });
  }
});

/**
 * What most likely was to lead to a lost node, where it has a finding of its own: arrows to failure, those past the node that sends a code,
 * those of a limit that limits nothing, and the open outcomes of the node before.
 */
function likelyWays(head: JourneyNode, facts: JourneyFacts): readonly Place[] {
  const before = nodeBefore(head, facts);
  const unlisted = facts.reachedNodes.flatMap((node) => unlistedOutcomes(node, facts));
  const arrowsThere = facts.reachedNodes.flatMap((node) => {
    const isSuspect = hasRole(node, "generates-code") || hasRole(node, "limits-retries");
    const arrows = node.connections.flatMap(({ target, targetPlace }) =>
      target.kind === "failure" || isSuspect ? [targetPlace] : [],
    );
    return node === before && mayLeadTo(node, head, facts) ? [...arrows, node.namePlace] : arrows;
  });
  return [...arrowsThere, ...unlisted];
}

/** Where the script of a node chooses outcomes that the node does not list. */
function unlistedOutcomes(node: JourneyNode, { scripts }: JourneyFacts): readonly Place[] {
  const deciding = decidingScript(node, scripts);
  if (deciding === undefined) return [];
  const { script, listed, outcomes, originalOffset } = deciding;
  return outcomes.chosen.flatMap(({ possible, at }) =>
    possible
      .filter(({ text }) => !listed.includes(text))
      .map((text) => placeInScript(script, originalOffset(text.at ?? at)).at),
  );
}

/** The only arrow that leads back to its own node although nobody answers that: it most likely was to lead on. */
function pointlessCircle(head: JourneyNode | undefined, facts: JourneyFacts): Connection | undefined {
  const [only, second] = facts.reachedNodes.flatMap((node) =>
    takesNoAnswer(node)
      ? node.connections.flatMap((connection) =>
          connection.target.kind === "node" && connection.target.name === node.name ? [{ node, connection }] : [],
        )
      : [],
  );
  if (head === undefined || only === undefined || second !== undefined) return undefined;
  const { node, connection } = only;
  return letsPassWhoIsTurnedAway({ node, outcomeIds: [connection.outcomeId] }, head, facts) ? undefined : connection;
}
