import { createGraph, type GraphEdge, type JourneyGraph } from "../../model/graph.js";
import { immediateDominators } from "../../model/graph-dominators.js";
import { shortestPath } from "../../model/graph-path.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import { NodeKeys } from "../moved-nodes.js";
import { otherOutcomes } from "./other-outcomes.js";
import type { SecurityTopics } from "./security-topics.js";
import { type ComparedVersion, nodeAt, stepLabels, turnOf, type Versions } from "./versions.js";

/** The journeys of the new version by id. */
export type InnerJourneys = ReadonlyMap<string, Journey>;

/** The steps that success no longer needs, and the arrows that show it. */
export interface Bypassed {
  readonly consequences: readonly Consequence[];
  /** The old nodes. */
  readonly nodes: ReadonlySet<JourneyNode>;
  readonly told: ReadonlySet<GraphEdge>;
}

/**
 * Finds nodes that every path to success used to pass and that need not be passed any more, removed ones included. A step
 * that went to an inner journey without whose success there is no success, and that has to be passed there, is still needed.
 */
export function bypassedNodes(
  versions: Versions,
  topics: { readonly before: SecurityTopics; readonly after: SecurityTopics },
  inner: InnerJourneys,
): Bypassed {
  const { before, after } = versions;
  const consequences: Consequence[] = [];
  const nodes = new Set<JourneyNode>();
  const told = new Set<GraphEdge>();
  const keys = new NodeKeys();
  const still = unavoidable(after.graph);
  const needed = unavoidable(before.graph) ?? new Set();
  const fresh = freshSteps(still ?? new Set(), needed, after, inner);
  const innerSteps = stepsOfInnerJourneys(after.graph, inner, keys);
  const oldPath = shortestPath(before.graph, before.graph.start, before.graph.success) ?? [];
  for (const old of still === undefined ? [] : withInnerNodes(needed, nodes)) {
    const node = before.partnerOf(old);
    const holder = node && holderOf(node, versions);
    if (holder !== undefined && still?.has(holder)) continue;
    if (holder === undefined && innerSteps.has(keys.of(old))) continue;
    const avoided = holder && after.vertexOf.get(holder);
    const path = shortestPath(after.graph, after.graph.start, after.graph.success, ({ to }) => to !== avoided);
    if (path === undefined) continue;
    nodes.add(old);
    for (const edge of path) told.add(edge);
    const topic = topics.before.of(old);
    const replacement = topic === undefined ? -1 : fresh.findIndex((each) => topics.after.of(each) === topic);
    const [replacedBy] = replacement < 0 ? [] : fresh.splice(replacement, 1);
    const at = oldPath.findIndex(({ to }) => to === before.vertexOf.get(old));
    consequences.push({
      kind: "bypassed",
      node: labelOf(node ?? old),
      isRemoved: node === undefined,
      ...(replacedBy !== undefined
        ? { replacedBy: labelOf(replacedBy) }
        : topic !== undefined
          ? { security: topic }
          : {}),
      before: stepLabels(oldPath, before),
      turnBefore: Math.max(0, at),
      path: stepLabels(path, after),
      turn: turnOf(path, after),
    });
  }
  for (const [old, vertex] of before.vertexOf) {
    const node = before.reached.has(vertex) && !nodes.has(old) ? before.partnerOf(old) : undefined;
    if (node === undefined || !after.reached.has(after.vertexOf.get(node) ?? -1)) continue;
    const otherwise = otherOutcomes(old, node, versions, topics.before);
    consequences.push(...otherwise.consequences);
    for (const edge of otherwise.path) told.add(edge);
  }
  return { consequences, nodes, told };
}

/** The steps that success needs now and did not need before; in the place of an inner journey, what its own success needs. */
function freshSteps(
  still: ReadonlySet<JourneyNode>,
  needed: ReadonlySet<JourneyNode>,
  { partnerOf }: ComparedVersion,
  inner: InnerJourneys,
): JourneyNode[] {
  const old = new Set(withInnerNodes(needed, new Set()));
  return [...withInnerNodes(still, new Set())].flatMap((node) => {
    const partner = partnerOf(node);
    if (partner !== undefined && old.has(partner)) return [];
    const id = innerJourneyOf(node);
    if (id === undefined) return [node];
    const called = inner.get(id);
    return called === undefined ? [] : [...(unavoidable(createGraph(called)) ?? [])];
  });
}

/** The nodes and, after each page, its inner nodes; those of a page that is told itself are left out. */
function* withInnerNodes(nodes: Iterable<JourneyNode>, told: ReadonlySet<JourneyNode>): Iterable<JourneyNode> {
  for (const node of nodes) {
    yield node;
    if (!told.has(node)) yield* node.children;
  }
}

/** The node of the journey that shows an inner node, or the node itself. */
function holderOf(node: JourneyNode, { after }: Versions): JourneyNode | undefined {
  if (after.vertexOf.has(node)) return node;
  for (const page of after.vertexOf.keys()) if (page.children.includes(node)) return page;
  return undefined;
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
function stepsOfInnerJourneys(graph: JourneyGraph, inner: InnerJourneys, keys: NodeKeys): ReadonlySet<string> {
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

function neededInnerJourneys(graph: JourneyGraph, inner: InnerJourneys): readonly Journey[] {
  return graph.vertices.flatMap((vertex, index) => {
    const called = vertex.kind === "node" ? innerJourneyOf(vertex.node) : undefined;
    const journey = called === undefined ? undefined : inner.get(called);
    if (journey === undefined) return [];
    const isFree = ({ from, connection }: GraphEdge) => from !== index || connection.outcomeId !== "true";
    return shortestPath(graph, graph.start, graph.success, isFree) === undefined ? [journey] : [];
  });
}
