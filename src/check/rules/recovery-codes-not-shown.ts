import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import {
  makersBehind,
  makesCodes,
  mayHandleRecoveryCodes,
  recoveryCodesOf,
  showsRecoveryCodes,
} from "../recovery-codes.js";
import { journeyRule } from "../rule.js";

/**
 * Reports registrations that make recovery codes which nothing behind them shows. Scripts and unknown nodes may show them, and so may
 * the journeys that run this one or that it runs.
 */
export const recoveryCodesNotShown = journeyRule("recovery-codes-not-shown", "may-miss", (facts, report) => {
  const { graph, reached } = facts;
  let early: ReadonlySet<JourneyNode> | undefined;
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index) || recoveryCodesOf(vertex.node) !== "yes") return;
    if (facts.isGivenState) return;
    const behind = [...reachableFrom(graph, index)].flatMap((at) => graph.vertices[at] ?? []);
    const isShown = behind.some(
      (at) => at.kind === "node" && (showsRecoveryCodes(at.node) || mayHandleRecoveryCodes(at.node)),
    );
    if (isShown || !areMade(vertex.node, index, facts)) return;
    // A node that shows them too early is told instead.
    early ??= new Set(makersBehind(facts).values());
    if (early.has(vertex.node)) return;
    const args = { node: nodeLabel(vertex.node) };
    const lost = facts.nodes.find((node) => showsRecoveryCodes(node) && !facts.reachedNodes.includes(node));
    const arrow = vertex.node.connections.find(({ outcomeId }) => outcomeId.startsWith("success"));
    if (lost === undefined || arrow === undefined) {
      report({ at: vertex.node.namePlace, args });
      return;
    }
    const help = `Nothing leads to \`${nodeLabel(lost)}\`, which shows them: lead \`${arrow.outcomeId}\` there.`;
    const related = [
      { place: arrow.targetPlace, message: "This arrow leads past it" },
      { place: lost.namePlace, message: "This node shows them" },
    ];
    report({ at: vertex.node.namePlace, args, help, related });
  });
});

/** A node that only stores a device has the codes of its registration, if that makes any. */
function areMade(node: JourneyNode, index: number, { graph }: JourneyFacts): boolean {
  const makes = (each: JourneyNode) => each.properties.get(makesCodes)?.value;
  if ([node, ...node.children].some((each) => makes(each) !== undefined)) return true;
  const before = [...reaching(graph, index)].flatMap((at) => {
    const vertex = graph.vertices[at];
    return vertex?.kind === "node" ? [vertex.node, ...vertex.node.children].map(makes) : [];
  });
  return before.every((each) => each === undefined) || before.some((each) => each !== undefined && each !== false);
}
