import { createGraph, type GraphEdge, type JourneyGraph } from "../../model/graph.js";
import { immediateDominators } from "../../model/graph-dominators.js";
import { shortestPath } from "../../model/graph-path.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type { Consequence, WeakenedTopic } from "../difference.js";
import { labelBefore, labelOf } from "../journey-pair.js";
import { NodeKeys } from "../moved-nodes.js";
import type { ComparedModel, ComparedModels } from "./compared-models.js";
import { isCheckedEqually } from "./equal-checks.js";
import { otherOutcomes } from "./other-outcomes.js";
import {
  type ComparedVersion,
  holderOf,
  isMadeOfMoved,
  nodeAt,
  stepLabels,
  turnOf,
  type Versions,
} from "./versions.js";

/** The steps that success no longer needs, and the arrows that show it. */
export interface Bypassed {
  readonly consequences: readonly Consequence[];
  /** The old nodes, and those that success needs in an inner journey now. */
  readonly settled: ReadonlySet<JourneyNode>;
  readonly told: ReadonlySet<GraphEdge>;
  /** The steps of the new version that success did not need before, and that stand in the place of no other one. */
  readonly fresh: readonly JourneyNode[];
}

/**
 * Finds nodes that every path to success used to pass and that need not be passed any more, removed ones included. A step
 * that went to an inner journey without whose success there is no success, and that has to be passed there, is still needed.
 */
export function bypassedNodes(versions: Versions, models: ComparedModels): Bypassed {
  const { before, after } = versions;
  const { topics } = models.before;
  const consequences: Consequence[] = [];
  const nodes = new Set<JourneyNode>();
  const moved = new Set<JourneyNode>();
  const told = new Set<GraphEdge>();
  const keys = new NodeKeys();
  const still = unavoidable(after.graph);
  const needed = unavoidable(before.graph) ?? new Set();
  const fresh = before.reached.has(before.graph.success) ? freshSteps(still ?? new Set(), needed, after) : [];
  const innerSteps = stepsOfInnerJourneys(after.graph, models.after.journeys, keys);
  const oldPath = shortestPath(before.graph, before.graph.start, before.graph.success) ?? [];
  for (const old of still === undefined ? [] : withInnerNodes(needed, nodes)) {
    if (isMadeOfMoved(old, before)) continue;
    const node = before.partnerOf(old);
    const holder = node && holderOf(node, after);
    if (holder !== undefined && still?.has(holder)) continue;
    if (holder === undefined && innerSteps.has(keys.of(old))) {
      moved.add(old);
      continue;
    }
    const avoided = holder && after.vertexOf.get(holder);
    const path = shortestPath(after.graph, after.graph.start, after.graph.success, ({ to }) => to !== avoided);
    if (path === undefined) continue;
    nodes.add(old);
    for (const edge of path) told.add(edge);
    const topic = topics.of(old);
    const replacement =
      topic === undefined ? -1 : fresh.findIndex((each) => protects(each, topic, after, models.after));
    const [replacedBy] = replacement < 0 ? [] : fresh.splice(replacement, 1);
    const at = oldPath.findIndex(({ to }) => to === before.vertexOf.get(old));
    consequences.push({
      kind: "bypassed",
      node: labelBefore(old, versions.pair),
      isRemoved: node === undefined,
      ...(replacedBy !== undefined
        ? { replacedBy: labelOf(replacedBy) }
        : topic !== undefined && !isCheckedEqually(old, topic, versions)
          ? { security: topic }
          : {}),
      before: stepLabels(oldPath, before),
      turnBefore: Math.max(0, at),
      path: stepLabels(path, after),
      turn: turnOf(path, after),
    });
  }
  for (const [old, vertex] of before.vertexOf) {
    const partner = before.reached.has(vertex) && !nodes.has(old) ? before.partnerOf(old) : undefined;
    const node = partner && holderOf(partner, after);
    if (node === undefined || !after.reached.has(after.vertexOf.get(node) ?? -1)) continue;
    const otherwise = otherOutcomes(old, node, versions, topics);
    consequences.push(...otherwise.consequences);
    for (const edge of otherwise.path) told.add(edge);
  }
  return { consequences, settled: new Set([...nodes, ...moved]), told, fresh };
}

/** The steps that success needs now and did not need before. */
function freshSteps(
  still: ReadonlySet<JourneyNode>,
  needed: ReadonlySet<JourneyNode>,
  version: ComparedVersion,
): JourneyNode[] {
  const old = new Set(withInnerNodes(needed, new Set()));
  const told = new Set<JourneyNode>();
  return [...withInnerNodes(still, told)].filter((node) => {
    if (isMadeOfMoved(node, version)) return false;
    const partner = version.partnerOf(node);
    const isFresh = partner === undefined || !old.has(partner);
    if (isFresh) told.add(node);
    return isFresh;
  });
}

/** Whether a step protects a topic on every way; an inner journey does if it has to succeed, and checks the topic on all its ways. */
function protects(
  node: JourneyNode,
  topic: WeakenedTopic,
  { graph }: ComparedVersion,
  { topics, checks }: ComparedModel,
) {
  const inner = innerJourneyOf(node);
  if (inner === undefined) return topics.of(node) === topic;
  const check = checks.find((each) => each.topics.length === 1 && each.topics[0] === topic);
  const isProtected = check === undefined ? topics.of(node) === topic : check.isCertain(inner);
  return isProtected && hasToSucceed(node, graph);
}

/** Whether there is no success where the inner journey of a node does not succeed. */
function hasToSucceed(node: JourneyNode, graph: JourneyGraph): boolean {
  const isFree = ({ from, connection }: GraphEdge) => nodeAt(graph, from) !== node || connection.outcomeId !== "true";
  return shortestPath(graph, graph.start, graph.success, isFree) === undefined;
}

/** The nodes and, after each page, its inner nodes; those of a page that is told itself are left out. */
function* withInnerNodes(nodes: Iterable<JourneyNode>, told: ReadonlySet<JourneyNode>): Iterable<JourneyNode> {
  for (const node of nodes) {
    yield node;
    if (!told.has(node)) yield* node.children;
  }
}

/** The nodes that every path to success passes, first ones first; `undefined` where no path leads to success. */
function unavoidable(graph: JourneyGraph): ReadonlySet<JourneyNode> | undefined {
  const dominators = immediateDominators(graph);
  if (dominators[graph.success] === undefined) return undefined;
  const nodes: JourneyNode[] = [];
  for (let at = dominators[graph.success]; at !== undefined; at = dominators[at]) {
    const node = nodeAt(graph, at);
    if (node !== undefined) nodes.push(node);
  }
  return new Set(nodes.reverse());
}

/** The keys of the nodes that have to be passed in inner journeys without whose success there is no success. */
function stepsOfInnerJourneys(
  graph: JourneyGraph,
  inner: ReadonlyMap<string, Journey>,
  keys: NodeKeys,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<Journey>();
  const open = [graph];
  for (let outer = open.pop(); outer; outer = open.pop()) {
    for (const journey of neededInnerJourneys(outer, inner)) {
      if (seen.has(journey)) continue;
      seen.add(journey);
      const own = createGraph(journey);
      for (const step of unavoidable(own) ?? []) for (const node of [step, ...step.children]) found.add(keys.of(node));
      open.push(own);
    }
  }
  return found;
}

function neededInnerJourneys(graph: JourneyGraph, inner: ReadonlyMap<string, Journey>): readonly Journey[] {
  return graph.vertices.flatMap((vertex) => {
    const called = vertex.kind === "node" ? innerJourneyOf(vertex.node) : undefined;
    const journey = called === undefined ? undefined : inner.get(called);
    return vertex.kind === "node" && journey !== undefined && hasToSucceed(vertex.node, graph) ? [journey] : [];
  });
}
