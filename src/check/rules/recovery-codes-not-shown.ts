import { reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { codesMadeBefore, makersBehind, recoveryCodesOf, showersIn, showsRecoveryCodes } from "../recovery-codes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports registrations that make recovery codes which nothing behind them shows. Scripts and unknown nodes may show them, and so may
 * the journeys that run this one or that it runs.
 */
export const recoveryCodesNotShown = journeyRule("recovery-codes-not-shown", "may-miss", (facts, report) => {
  const makers = facts.reachedWith((node) => recoveryCodesOf(node) === "yes");
  if (makers.length === 0 || facts.isGivenState) return;
  const leadToDisplay = leadingTo(facts, showersIn(facts));
  const areMade = codesMadeBefore(facts);
  let early: ReadonlySet<JourneyNode> | undefined;
  let lost: JourneyNode | undefined;
  let shower: JourneyNode | undefined;
  for (const { index, node } of makers) {
    if (leadToDisplay.has(index) || !areMade(node, index)) continue;
    // A node that shows them too early is told instead.
    if (early === undefined) {
      early = new Set(makersBehind(facts).values());
      const nodes = new Set(facts.reachedNodes);
      const showing = facts.nodes.filter(showsRecoveryCodes);
      lost = showing.find((each) => !nodes.has(each));
      shower = lost === undefined ? showing[0] : undefined;
    }
    if (early.has(node)) continue;
    const args = { node: nodeLabel(node) };
    const arrow = node.connections.find(({ outcomeId }) => outcomeId.startsWith("success"));
    const target = lost ?? shower;
    if (target === undefined || arrow === undefined) {
      report({ at: node.namePlace, args });
      continue;
    }
    const leadsPast = { place: arrow.targetPlace, message: "This arrow leads past it" };
    if (lost !== undefined) {
      const help = `Nothing leads to \`${nodeLabel(lost)}\`, which shows them: lead \`${arrow.outcomeId}\` there.`;
      const related = [leadsPast, { place: lost.namePlace, message: "This node shows them" }];
      report({ at: node.namePlace, args, help, related });
      continue;
    }
    // Who shows codes somewhere in the journey means them to be seen.
    const help = `Lead \`${arrow.outcomeId}\` to \`${nodeLabel(target)}\`, which shows codes on another way, or set \`generateRecoveryCodes: false\`.`;
    const related = [leadsPast, { place: target.namePlace, message: "This node shows codes" }];
    report({ at: node.namePlace, args, help, related, severity: "warning" });
  }
});

/** The vertices of nodes that some path leads from to one that is meant. */
function leadingTo(facts: JourneyFacts, isMeant: (node: JourneyNode) => boolean): ReadonlySet<number> {
  const meant = facts.verticesWith(isMeant);
  return reaching(
    facts.graph,
    meant.map(({ index }) => index),
  );
}
