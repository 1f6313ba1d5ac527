import type { GraphEdge } from "../../model/graph.js";
import { immediateDominators } from "../../model/graph-dominators.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence, WeakenedTopic } from "../difference.js";
import { labelBefore } from "../journey-pair.js";
import { waysOn } from "./other-outcomes.js";
import { heaviestTopic, type SecurityTopics } from "./security-topics.js";
import { holderOf, nodeAt, partnerVertex, stepLabels, type Versions } from "./versions.js";

/** Number of new paths that are shown; the others are counted. */
const mostPaths = 10;

/** Number of new arrows that are looked at, so that the work does not grow with the square of a journey. */
const mostArrows = 500;

interface NewArrow {
  /** The arrow, and others that only this version has between the same two nodes. */
  readonly edges: readonly GraphEdge[];
  readonly avoids: readonly JourneyNode[];
  /** What the steps that it leads past protect. */
  readonly topic: WeakenedTopic | undefined;
}

/** What other consequences tell: old nodes that need no more telling, and edges of paths that are shown. */
export interface ToldPaths {
  readonly nodes: ReadonlySet<JourneyNode>;
  readonly edges: ReadonlySet<GraphEdge>;
}

/**
 * Finds the new arrows on the way to success: for each the shortest path through it, and the steps that it leads past,
 * which success needed from there. Arrows between the same two nodes count as one.
 */
export function newPaths(versions: Versions, topics: SecurityTopics, told: ToldPaths): readonly Consequence[] {
  const { graph, own, reached } = versions.after;
  const toSuccess = reaching(graph, graph.success);
  const past = new PassedBy(versions, told.nodes);
  const shown = new Set(told.edges);
  const isNew = (edge: GraphEdge) => own.has(edge.connection) && reached.has(edge.from) && toSuccess.has(edge.to);
  const arrows = new Map<string, GraphEdge[]>();
  for (const edge of graph.outgoing.flat().filter(isNew)) {
    const key = `${edge.from} ${edge.to}`;
    const alike = arrows.get(key);
    if (alike === undefined) arrows.set(key, [edge]);
    else alike.push(edge);
  }
  const found = [...arrows.values()].map((edges, index): NewArrow => {
    const avoids = index < mostArrows ? past.by(edges) : [];
    return { edges, avoids, topic: heaviestTopic(avoids.map((node) => topics.of(node))) };
  });
  const inOrder = [...found].sort((left, right) => weightOf(right) - weightOf(left));
  const consequences: Consequence[] = [];
  let more = 0;
  for (const { edges, avoids, topic } of inOrder) {
    const [edge] = edges;
    if (edge === undefined || (avoids.length === 0 && edges.some((each) => shown.has(each)))) continue;
    if (consequences.length === mostPaths) {
      more++;
      continue;
    }
    const path = pathPast(edge, avoids, versions);
    for (const passed of path) shown.add(passed);
    const vertices = new Set(path.map(({ from }) => from));
    const isPassed = (node: JourneyNode) => vertices.has(vertexAfter(node, versions) ?? -1);
    const label = (node: JourneyNode) => labelBefore(node, versions.pair);
    consequences.push({
      kind: "new-path",
      path: stepLabels(path, versions.after),
      turn: path.indexOf(edge),
      avoids: avoids.filter((node) => !isPassed(node)).map(label),
      notAgain: avoids.filter(isPassed).map(label),
      ...(topic === undefined ? {} : { security: topic }),
    });
  }
  return more === 0 ? consequences : [...consequences, { kind: "more-paths", count: more }];
}

function weightOf({ avoids, topic }: NewArrow): number {
  return topic !== undefined ? 2 : avoids.length > 0 ? 1 : 0;
}

/** The shortest path to success through an arrow, past as many of some steps as can be avoided together. */
function pathPast(edge: GraphEdge, avoids: readonly JourneyNode[], versions: Versions): readonly GraphEdge[] {
  const { graph } = versions.after;
  const through = (shunned: ReadonlySet<number>) => {
    const isFree = ({ to }: GraphEdge) => !shunned.has(to);
    const toArrow = shortestPath(graph, graph.start, edge.from, isFree);
    const on = shortestPath(graph, edge.to, graph.success, isFree);
    return toArrow && on && [...toArrow, edge, ...on];
  };
  const shunned = new Set<number>();
  let path = through(shunned) ?? [];
  for (const node of avoids) {
    const vertex = vertexAfter(node, versions);
    const better = vertex === undefined ? undefined : through(new Set([...shunned, vertex]));
    if (vertex === undefined || better === undefined) continue;
    shunned.add(vertex);
    path = better;
  }
  return path;
}

/** The vertex at which the new version shows a node of the old one: its own, or that of its page. */
function vertexAfter(old: JourneyNode, { before, after }: Versions): number | undefined {
  const node = before.partnerOf(old);
  const holder = node && holderOf(node, after);
  return holder && after.vertexOf.get(holder);
}

/**
 * Finds the steps that arrows lead past: every path to success passed them before, from where the outcome led if success could be
 * reached from there, else from the node. Not so a step that every way passes before the arrow, by outcomes that led on to success.
 */
class PassedBy {
  readonly #versions: Versions;
  readonly #told: ReadonlySet<JourneyNode>;
  readonly #onTheWay: readonly (number | undefined)[];
  readonly #failures = new Map<number, ReadonlySet<number>>();

  constructor(versions: Versions, told: ReadonlySet<JourneyNode>) {
    this.#versions = versions;
    this.#told = told;
    this.#onTheWay = immediateDominators(versions.after.graph);
  }

  /** What arrows between the same two nodes lead past. */
  by(edges: readonly GraphEdge[]): readonly JourneyNode[] {
    const [edge] = edges;
    const { before, after } = this.#versions;
    if (edge === undefined) return [];
    const { from, to } = edge;
    const origin = from === after.graph.start ? before.graph.start : partnerVertex(after, from, before);
    if (origin === undefined || !before.reached.has(origin)) return [];
    const passed = chain(this.#onTheWay, from).filter((vertex) => !this.#afterFailure(vertex).has(from));
    const now = new Set(
      [...chain(after.toSuccess, to), from, ...passed].flatMap((vertex) => {
        const node = nodeAt(after.graph, vertex);
        return node === undefined ? [] : [node, ...node.children];
      }),
    );
    const fresh = new Set([...now].flatMap((node) => (after.partnerOf(node) === undefined ? [node.typeId] : [])));
    // As itself, as all that a page held, or as a new node of its type.
    const isPassed = (node: JourneyNode): boolean => {
      const partner = before.partnerOf(node);
      if (partner !== undefined) return now.has(partner);
      return node.children.length > 0 ? node.children.every(isPassed) : fresh.has(node.typeId);
    };
    const needed = new Set(edges.flatMap(({ connection }) => this.#needed(origin, connection.outcomeId)));
    return [...needed].flatMap((vertex) => {
      const node = nodeAt(before.graph, vertex);
      if (node === undefined || this.#told.has(node) || isPassed(node)) return [];
      // Of a page that is gone, some nodes may stand elsewhere.
      const left = before.partnerOf(node) === undefined ? node.children : [];
      return left.some(isPassed) ? left.filter((child) => !isPassed(child)) : [node];
    });
  }

  /** The vertices to which a user comes by an outcome of a step that did not lead on to success, and without passing it once more. */
  #afterFailure(vertex: number): ReadonlySet<number> {
    const known = this.#failures.get(vertex);
    if (known !== undefined) return known;
    const { before, after, pair } = this.#versions;
    const node = nodeAt(after.graph, vertex);
    const old = node && after.partnerOf(node);
    const good = new Set(
      (old === undefined ? [] : waysOn(before, old)).map(({ connection }) => pair.ids.text(connection.outcomeId)),
    );
    const isElsewhere = ({ to }: GraphEdge) => to !== vertex;
    const isChoice = (node?.outcomes.length ?? 0) > 1;
    const failed = isChoice
      ? (after.graph.outgoing[vertex] ?? []).filter((edge) => isElsewhere(edge) && !good.has(edge.connection.outcomeId))
      : [];
    const found = new Set(failed.flatMap(({ to }) => [...reachableFrom(after.graph, to, isElsewhere)]));
    this.#failures.set(vertex, found);
    return found;
  }

  /** The vertices that every path to success passed after an outcome; after all outcomes of the node, where this one did not lead there. */
  #needed(origin: number, outcomeId: string): readonly number[] {
    const { graph, toSuccess } = this.#versions.before;
    const old = graph.outgoing[origin]?.find(({ connection }) => connection.outcomeId === outcomeId)?.to;
    const led = old !== undefined && (old === graph.success || toSuccess[old] !== undefined);
    return led ? chain(toSuccess, old) : chain(toSuccess, origin).slice(1);
  }
}

/** A vertex, and the vertices that every path from there to success passes. */
function chain(next: readonly (number | undefined)[], vertex: number): readonly number[] {
  const vertices: number[] = [];
  for (let at: number | undefined = vertex; at !== undefined; at = next[at]) vertices.push(at);
  return vertices;
}
