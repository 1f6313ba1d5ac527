import type { Place } from "../../diagnostics/diagnostic.js";
import { reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel, outcomeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { hasRole } from "../node-behaviour.js";
import { meaningOf, sameAsFailure, taskOf } from "../outcome-meaning.js";
import { journeyRule } from "../rule.js";

/**
 * Reports checks and changes of accounts whose failure leads where their success does, or straight to the end `success`:
 * then they have no effect. An inner journey is a check where its success needs a proof; others may end in `false` for any reason, so
 * they are left out. So are changes of an account by which nothing is saved that the user has typed to be saved, since a sign-on may go on without them.
 */
export const failureGoesOn = journeyRule("failure-goes-on", "may-overreport", (facts, report) => {
  const { graph, reached } = facts;
  const proving = provingNodes(facts);
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind !== "node" || !reached.has(index)) return;
    const { node } = vertex;
    /** Outcomes that share an arrow are told at once. */
    const byArrow = new Map<string, Told>();
    for (const edge of graph.outgoing[index] ?? []) {
      const { outcomeId, targetPlace } = edge.connection;
      // What has a failure and is no other task checks something beside who the user is, such as where the device is.
      const task = proving.has(node) ? "check" : (taskOf(node, outcomeId) ?? "check");
      if (task !== "check" && task !== "write") continue;
      const same = sameAsFailure(graph, edge);
      if (same === undefined || (task === "write" && !savesInput(facts, index, node))) continue;
      if (node.typeId === "PollingWaitNode" && !waitsForCheck(facts, index)) continue;
      const done = same === "success" ? undefined : outcomeLabel(node, same.connection.outcomeId);
      const arrow = targetPlace.pointer ?? String(targetPlace.range.start);
      const told = byArrow.get(arrow) ?? { at: targetPlace, outcomes: [], done, task };
      told.outcomes.push(outcomeLabel(node, outcomeId));
      byArrow.set(arrow, told);
    }
    // Where the two are exchanged, that is told at what is done.
    const restsOn = (graph.outgoing[index] ?? []).flatMap(({ to, connection }) =>
      to === graph.failure && meaningOf(node, connection.outcomeId) === "done" ? [connection.targetPlace] : [],
    );
    for (const { at, ...args } of byArrow.values()) report({ at, args: { node: nodeLabel(node), ...args }, restsOn });
  });
});

/** The outcomes of one arrow. */
interface Told {
  readonly at: Place;
  readonly outcomes: string[];
  readonly done: string | undefined;
  readonly task: "check" | "write";
}

/** Whether a wait is for the answer to a check, such as that of a push message: others may wait for anything, and need not be waited for. */
function waitsForCheck({ graph }: JourneyFacts, index: number): boolean {
  return (graph.outgoing[index] ?? []).some(({ to }) => {
    const next = graph.vertices[to];
    return next?.kind === "node" && next.node.outcomes.some(({ id }) => taskOf(next.node, id) === "check");
  });
}

/** The nodes that run a journey that asks for a proof and succeeds with one only. */
function provingNodes({ calls, model }: JourneyFacts): ReadonlySet<JourneyNode> {
  const evaluated = calls.filter(({ isEvaluated }) => isEvaluated);
  return new Set(evaluated.filter(({ inner }) => proves(inner, model)).map(({ node }) => node));
}

function proves(id: string, model: JourneyFacts["model"]): boolean {
  const inner = model.journeyById(id);
  if (inner === undefined || model.isIncomplete(inner)) return false;
  const { graph, proofs, reachedNodes } = model.factsOf(inner);
  if (proofs.unprovenVertices.has(graph.success)) return false;
  return reachedNodes.some((each) => each.outcomes.some(({ id }) => taskOf(each, id) === "check"));
}

/** Whether a node creates an account, or comes after a question whose answer is there to be saved. */
function savesInput({ graph }: JourneyFacts, index: number, node: JourneyNode): boolean {
  if (hasRole(node, "creates-account")) return true;
  for (const before of reaching(graph, index)) {
    const vertex = graph.vertices[before];
    if (vertex?.kind !== "node") continue;
    if ([vertex.node, ...vertex.node.children].some(asksForInput)) return true;
  }
  return false;
}

const alwaysSaved: ReadonlySet<string> = new Set(["KbaCreateNode", "ConsentNode", "CreatePasswordNode"]);

function asksForInput({ typeId, properties }: JourneyNode): boolean {
  if (alwaysSaved.has(typeId)) return true;
  if (typeId === "ValidatedPasswordNode") return properties.get("validateInput")?.value === true;
  const attributes = properties.get("attributesToCollect")?.value;
  return typeId === "AttributeCollectorNode" && Array.isArray(attributes) && attributes.some((each) => each !== "mail");
}
