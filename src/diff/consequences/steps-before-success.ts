import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { immediateDominators } from "../../model/graph-dominators.js";
import { shortestPath } from "../../model/graph-path.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import type { SecurityTopics } from "./security-topics.js";
import { nodeAt, stepsOf, turnOf, type Versions } from "./versions.js";

/** The topics of both versions' nodes. */
export interface Topics {
  readonly before: SecurityTopics;
  readonly after: SecurityTopics;
}

/** The steps that success no longer needs, and the arrows that show it. */
export interface Bypassed {
  readonly consequences: readonly Consequence[];
  /** The old nodes. */
  readonly nodes: ReadonlySet<JourneyNode>;
  readonly told: ReadonlySet<GraphEdge>;
}

/** Finds nodes that every path to success used to pass and that need not be passed any more, removed ones included. */
export function bypassedNodes(versions: Versions, topics: Topics): Bypassed {
  const { before, after } = versions;
  const consequences: Consequence[] = [];
  const nodes = new Set<JourneyNode>();
  const told = new Set<GraphEdge>();
  const still = unavoidable(after.graph);
  const oldPath = shortestPath(before.graph, before.graph.start, before.graph.success) ?? [];
  for (const old of still === undefined ? [] : withInnerNodes(unavoidable(before.graph) ?? [], nodes)) {
    const node = before.partnerOf(old);
    const holder = node && holderOf(node, versions);
    if (holder !== undefined && still?.has(holder)) continue;
    const avoided = holder && after.vertexOf.get(holder);
    const path = shortestPath(after.graph, after.graph.start, after.graph.success, ({ to }) => to !== avoided);
    if (path === undefined) continue;
    nodes.add(old);
    for (const edge of path) told.add(edge);
    const security = topics.before.of(old);
    const at = oldPath.findIndex(({ to }) => to === before.vertexOf.get(old));
    consequences.push({
      kind: "bypassed",
      node: labelOf(node ?? old),
      isRemoved: node === undefined,
      ...(security === undefined ? {} : { security }),
      before: stepsOf(oldPath, before),
      turnBefore: Math.max(0, at),
      path: stepsOf(path, after),
      turn: turnOf(path, after),
    });
  }
  return { consequences, nodes, told };
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
