import { callbacksOf } from "../../check/node-behaviour.js";
import { createGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelBefore, labelOf } from "../journey-pair.js";
import { NodeKeys } from "../moved-nodes.js";
import type { ComparedModels } from "./compared-models.js";
import { nodeAt, reachedNodes, type Versions } from "./versions.js";

/**
 * Finds the nodes that ask a user something now and did not before, or did and no longer do. One in the place of its like asks the
 * same, and so does one that an inner journey has taken over, or had before.
 */
export function changedQuestions({ before, after, pair }: Versions, models: ComparedModels): readonly Consequence[] {
  const old = new Set(askingNodes(reachedNodes(before)));
  const now = new Set(askingNodes(reachedNodes(after)));
  const oldOf = (node: JourneyNode) => after.partnerOf(node) ?? pair.replaced.get(node);
  const still = new Set([...now].map(oldOf));
  const asked = [...now].filter((node) => !has(old, oldOf(node)));
  const notAsked = [...old].filter((node) => !still.has(node));
  const come = withoutThoseIn(asked, reachedNodes(before), models.before.journeys);
  const gone = withoutThoseIn(notAsked, reachedNodes(after), models.after.journeys);
  const consequences: Consequence[] = [];
  if (come.length > 0) consequences.push({ kind: "asked", nodes: come.map(labelOf) });
  if (gone.length > 0) {
    consequences.push({ kind: "no-longer-asked", nodes: gone.map((node) => labelBefore(node, pair)) });
  }
  return consequences;
}

function has(nodes: ReadonlySet<JourneyNode>, node: JourneyNode | undefined): boolean {
  return node !== undefined && nodes.has(node);
}

/** The nodes, those on pages too, that certainly send callbacks of their own. */
function askingNodes(nodes: readonly JourneyNode[]): readonly JourneyNode[] {
  const shown = nodes.flatMap((node) => (node.children.length > 0 ? node.children : [node]));
  return shown.filter((node) => callbacksOf(node)?.some(({ type }) => type !== "*"));
}

/** Takes away the nodes that the inner journeys which other nodes run ask by. */
function withoutThoseIn(
  nodes: readonly JourneyNode[],
  runners: readonly JourneyNode[],
  journeys: ReadonlyMap<string, Journey>,
): readonly JourneyNode[] {
  if (nodes.length === 0) return nodes;
  const keys = new NodeKeys();
  const seen = new Set<Journey>();
  const asking = new Set<string>();
  const open = [runners];
  for (let some = open.pop(); some; some = open.pop()) {
    for (const runner of some) {
      const inner = journeys.get(innerJourneyOf(runner) ?? "");
      if (inner === undefined || seen.has(inner)) continue;
      seen.add(inner);
      const graph = createGraph(inner);
      const reached = [...reachableFrom(graph, graph.start)].flatMap((vertex) => nodeAt(graph, vertex) ?? []);
      for (const node of askingNodes(reached)) asking.add(keys.of(node));
      open.push(reached);
    }
  }
  return nodes.filter((node) => !asking.has(keys.of(node)));
}
