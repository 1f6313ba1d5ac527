import { createGraph, type GraphEdge, type JourneyGraph } from "../../model/graph.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph } from "../../model/graph-cycle.js";
import { immediatePostDominators } from "../../model/graph-dominators.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Connection, JourneyNode } from "../../model/model.js";
import type { StepLabel } from "../difference.js";
import { type JourneyPair, outcomeName } from "../journey-pair.js";
import { pairConnections } from "../pair-connections.js";
import { leadsToSameStep, pairsOfRegrouped, type Regrouped, regroupedIn } from "./regrouped-pages.js";

/** The graphs of both versions of a journey, and what consequences ask of them. */
export interface Versions {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly pair: JourneyPair;
}

/** One version of a journey. */
export interface ComparedVersion {
  readonly graph: JourneyGraph;
  /** The vertices that a user can get to. */
  readonly reached: ReadonlySet<number>;
  /** The next vertex that every path from a vertex to success passes, by vertex. */
  readonly toSuccess: readonly (number | undefined)[];
  /** The vertex of each node of the journey; inner nodes have none. */
  readonly vertexOf: ReadonlyMap<JourneyNode, number>;
  /** The node of the other version that corresponds to a node. */
  readonly partnerOf: (node: JourneyNode) => JourneyNode | undefined;
  /** The arrows that the other version does not have between the same nodes. */
  readonly own: ReadonlySet<Connection>;
}

/** Makes both graphs, in linear time. */
export function versionsOf(pair: JourneyPair): Versions {
  const regrouped = regroupedIn(pair);
  const own = ownConnections(pair, regrouped);
  return {
    pair,
    before: versionOf(createGraph(pair.before), (node) => pair.nodes.afterOf(node), own.before),
    after: versionOf(createGraph(pair.after), (node) => pair.nodes.beforeOf(node), own.after),
  };
}

function versionOf(
  graph: JourneyGraph,
  partnerOf: ComparedVersion["partnerOf"],
  own: ReadonlySet<Connection>,
): ComparedVersion {
  const vertexOf = new Map<JourneyNode, number>();
  graph.vertices.forEach((vertex, index) => {
    if (vertex.kind === "node") vertexOf.set(vertex.node, index);
  });
  const [reached, toSuccess] = [reachableFrom(graph, graph.start), immediatePostDominators(graph)];
  return { graph, reached, toSuccess, vertexOf, partnerOf, own };
}

function ownConnections(pair: JourneyPair, regrouped: Regrouped) {
  const before = new Set<Connection>();
  const after = new Set<Connection>();
  const add = (old: Connection | undefined, now: Connection | undefined) => {
    if (leadsToSameStep(old, now, regrouped, pair)) return;
    if (old !== undefined) before.add(old);
    if (now !== undefined) after.add(now);
  };
  add(pair.before.entry, pair.after.entry);
  for (const node of pair.before.nodes) {
    const now = pair.nodes.afterOf(node);
    if (now === undefined) for (const connection of node.connections) before.add(connection);
    else for (const each of pairConnections(node, now, pair)) add(each.before, each.after);
  }
  for (const node of pair.after.nodes) {
    if (pair.nodes.beforeOf(node) === undefined) for (const connection of node.connections) after.add(connection);
  }
  for (const { before: old, after: now } of pairsOfRegrouped(regrouped, pair)) {
    if (old === undefined || now === undefined || !leadsToSameStep(old, now, regrouped, pair)) continue;
    before.delete(old);
    after.delete(now);
  }
  return { before, after };
}

/** The node of a vertex; `undefined` for the start and the ends. */
export function nodeAt(graph: JourneyGraph, vertex: number): JourneyNode | undefined {
  const found = graph.vertices[vertex];
  return found?.kind === "node" ? found.node : undefined;
}

/** The nodes that a user can get to; of a page, without its inner nodes. */
export function reachedNodes({ vertexOf, reached }: ComparedVersion): readonly JourneyNode[] {
  return [...vertexOf].flatMap(([node, vertex]) => (reached.has(vertex) ? [node] : []));
}

/** The node of the journey that shows an inner node, or the node itself. */
export function holderOf(node: JourneyNode, { vertexOf }: ComparedVersion): JourneyNode | undefined {
  if (vertexOf.has(node)) return node;
  for (const page of vertexOf.keys()) if (page.children.includes(node)) return page;
  return undefined;
}

/**
 * The vertex of the other version that corresponds to one of this version: that of the same node, or of the page that shows it there.
 * A page of nodes that stand alone there corresponds to the last of them.
 */
export function partnerVertex(version: ComparedVersion, vertex: number, other: ComparedVersion): number | undefined {
  const node = nodeAt(version.graph, vertex);
  const partner = node && (version.partnerOf(node) ?? partnerOfLast(node, version));
  const holder = partner && holderOf(partner, other);
  return holder && other.vertexOf.get(holder);
}

function partnerOfLast(page: JourneyNode, version: ComparedVersion): JourneyNode | undefined {
  return isMadeOfMoved(page, version) ? version.partnerOf(page.children.at(-1) as JourneyNode) : undefined;
}

/** Whether only this version has a page, and the other one has all its nodes elsewhere. */
export function isMadeOfMoved(page: JourneyNode, { partnerOf }: ComparedVersion): boolean {
  const isElsewhere = page.children.length > 0 && page.children.every((child) => partnerOf(child) !== undefined);
  return isElsewhere && partnerOf(page) === undefined;
}

/** The groups of vertices with a loop that a user can get into, in the version's graph or in a part of it. */
export function reachedLoops({ graph, reached }: ComparedVersion, part = graph): readonly (readonly number[])[] {
  return loops(part, stronglyConnectedComponents(part)).filter(([first]) => first !== undefined && reached.has(first));
}

/** The part of a graph that lies within some of its vertices. */
export function graphWithin(graph: JourneyGraph, vertices: ReadonlySet<number>): JourneyGraph {
  return filteredGraph(graph, ({ from, to }) => vertices.has(from) && vertices.has(to));
}

/** The steps of a path as people read them, with its end. Arrows of this version alone are told together if they have the same ends. */
export function stepLabels(
  path: readonly GraphEdge[],
  { graph, own }: Pick<ComparedVersion, "graph" | "own">,
): readonly StepLabel[] {
  const steps = path.map(({ from, to, connection }): StepLabel => {
    const node = nodeAt(graph, from);
    if (node === undefined) return { node: nameAt(graph, from), outcome: "" };
    if (node.outcomes.length === 1) return { node: node.name, outcome: "" };
    const alike = (graph.outgoing[from] ?? []).filter((edge) => edge.to === to && own.has(edge.connection));
    const arrows = own.has(connection) ? alike.map((edge) => edge.connection) : [connection];
    return { node: node.name, outcome: arrows.map(({ outcomeId }) => outcomeName(node, outcomeId)).join(", ") };
  });
  return [...steps, { node: nameAt(graph, path.at(-1)?.to ?? graph.start), outcome: "" }];
}

function nameAt(graph: JourneyGraph, vertex: number): string {
  return nodeAt(graph, vertex)?.name ?? graph.vertices[vertex]?.kind ?? "";
}

/** The index of the step whose arrow only this version has; 0 where there is none. */
export function turnOf(path: readonly GraphEdge[], { own }: Pick<ComparedVersion, "own">): number {
  return Math.max(
    0,
    path.findIndex(({ connection }) => own.has(connection)),
  );
}
