import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import type { GraphEdge, GraphVertex, JourneyGraph } from "../../model/graph.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import { shortestPath } from "../../model/graph-path.js";
import type { JourneyNode } from "../../model/model.js";
import { edgePast, edgeText } from "../arrows-past.js";
import { findsAccount } from "../collected-attributes.js";
import { nodeLabel, pathText } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { asksAlways, asksNothing, hasRole } from "../node-behaviour.js";
import { meaningOf } from "../outcome-meaning.js";
import { pathFrom } from "../proof/code-path.js";
import { type Finding, journeyRule } from "../rule.js";

/**
 * Reports loops of nodes that never send anything to the client, and those in which only a limit ends the check of one answer. Nodes that count their visits end such a loop, and
 * unknown nodes, scripts and inner journeys may ask, so loops with one of these are not reported. It is not known
 * whether the outcomes of the loop can really follow one another, so a finding may be harmless.
 */
export const loopWithoutQuestion = journeyRule("loop-without-question", "may-overreport", (facts, report) => {
  if (facts.loops.length === 0) return;
  for (const finding of sameAnswerAgain(facts)) report(finding);
  const { graph, reached } = facts;
  const silent = new Set(facts.loops.flat().filter((vertex) => reached.has(vertex) && runsOn(graph.vertices[vertex])));
  if (silent.size === 0) return;
  const mayRepeat = (edge: GraphEdge) => silent.has(edge.from) && silent.has(edge.to) && !deletesAccount(graph, edge);
  const repeating = filteredGraph(graph, mayRepeat);
  if (loops(repeating, stronglyConnectedComponents(repeating)).length === 0) return;
  const seen = new Set<number>();
  // An account that has been created is found the next time: no loop goes by both.
  for (const isOver of [createsAccount, findsNoAccount]) {
    const within = filteredGraph(repeating, (edge) => !isOver(graph, edge));
    for (const [first] of loops(within, stronglyConnectedComponents(within)).map(inAuthorsOrder)) {
      const vertex = first === undefined ? undefined : graph.vertices[first];
      const cycle = first === undefined || seen.has(first) ? undefined : shortestCycle(within, first);
      if (first === undefined || vertex?.kind !== "node" || cycle === undefined) continue;
      seen.add(first);
      report({ at: vertex.node.namePlace, args: { path: pathText(graph, cycle) }, ...askingBefore(cycle, facts) });
    }
  }
});

/** What asks before a loop is entered, where it is certain which arrow of the loop was to lead there. */
function askingBefore(cycle: readonly GraphEdge[], facts: JourneyFacts): DiagnosticExtras {
  const past = edgePast(cycle, facts, asksAlways);
  if (past === undefined) return {};
  const { edge, node } = past;
  const related = [
    { place: edge.connection.targetPlace, message: "This arrow leads past it" },
    { place: node.namePlace, message: `${nodeLabel(node)} waits for the user` },
  ];
  return { help: `Did you mean \`${edgeText(facts.graph, edge)} -> ${nodeLabel(node)}\`?`, related };
}

function createsAccount({ vertices }: JourneyGraph, { from, connection }: GraphEdge): boolean {
  const vertex = vertices[from];
  if (vertex?.kind !== "node" || !hasRole(vertex.node, "creates-account")) return false;
  return meaningOf(vertex.node, connection.outcomeId) === "done";
}

/** What has been deleted can be deleted only once. */
function deletesAccount({ vertices }: JourneyGraph, { from, connection }: GraphEdge): boolean {
  const vertex = vertices[from];
  return vertex?.kind === "node" && vertex.node.typeId === "PingOneDeleteUserNode" && connection.outcomeId === "true";
}

function findsNoAccount({ vertices }: JourneyGraph, { from, connection }: GraphEdge): boolean {
  const vertex = vertices[from];
  return vertex?.kind === "node" && findsAccount(vertex.node) && connection.outcomeId === "false";
}

/**
 * Arrows by which a limit leads to the check of a password again without a question between: the same answer is checked until all tries are
 * used up.
 */
function* sameAnswerAgain(facts: JourneyFacts): Iterable<Finding<"loop-without-question">> {
  const { graph, reached } = facts;
  for (const { index } of facts.playing("limits-retries")) {
    for (const edge of reached.has(index) ? (graph.outgoing[index] ?? []) : []) {
      const there = facts.comesBack(edge)
        ? pathFrom(graph, edge, checksSilently, (node) => !asksNothing(node))
        : undefined;
      const check = there?.at(-1)?.to;
      const back = check === undefined ? undefined : shortestPath(graph, check, index);
      if (there === undefined || check === undefined || back === undefined) continue;
      const asking = (graph.incoming[check] ?? []).flatMap(({ from }) => {
        const vertex = graph.vertices[from];
        return vertex?.kind === "node" && asksAlways(vertex.node) ? [vertex.node] : [];
      })[0];
      const lead = asking === undefined ? "" : ` Lead this arrow to \`${nodeLabel(asking)}\`, which asks.`;
      const help = `The same answer is checked again until all tries are used up.${lead}`;
      const related = asking === undefined ? [] : [{ place: asking.namePlace, message: "This node asks" }];
      yield { at: edge.connection.targetPlace, args: { path: pathText(graph, [...there, ...back]) }, help, related };
    }
  }
}

function checksSilently(node: JourneyNode): boolean {
  return hasRole(node, "checks-credential") && !asksAlways(node);
}

function runsOn(vertex: GraphVertex | undefined): boolean {
  return vertex?.kind === "node" && asksNothing(vertex.node) && !hasRole(vertex.node, "limits-retries");
}

function inAuthorsOrder(group: readonly number[]): readonly number[] {
  return [...group].sort((left, right) => left - right);
}
