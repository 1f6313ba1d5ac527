import { createGraph } from "../../model/graph.js";
import { writeMermaid } from "../../write/graph/mermaid.js";
import type { Comparison } from "../compare.js";
import type { Change } from "../difference.js";
import type { JourneyPair } from "../journey-pair.js";
import { marksOf, withRemoved } from "./marks.js";

/** With more nodes than this a picture helps nobody, and GitHub does not draw it. */
const mostNodes = 60;

/** Renders a picture of the changed part of each journey. */
export function renderMermaid({ difference, pairs }: Comparison): string {
  const pictures: string[] = [];
  for (const journey of difference.journeys) {
    const pair = journey.kind === "journey-changed" ? pairs.get(journey.journey) : undefined;
    const picture = pair && journey.kind === "journey-changed" ? changedPart(pair, journey.changes) : undefined;
    if (picture !== undefined) pictures.push(picture);
  }
  return pictures.join("\n");
}

/** A picture of the changed nodes with their neighbours; `undefined` where no node has changed, or too many have. */
export function changedPart(pair: JourneyPair, changes: readonly Change[]): string | undefined {
  const { journey, marks } = withRemoved(pair, marksOf(changes));
  if (marks.size === 0) return undefined;
  const graph = createGraph(journey);
  const only = new Set<string>();
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind !== "node" || !marks.has(vertex.node.name)) continue;
    only.add(vertex.node.name);
    for (const edge of [...(graph.outgoing[index] ?? []), ...(graph.incoming[index] ?? [])]) {
      for (const end of [graph.vertices[edge.from], graph.vertices[edge.to]]) {
        if (end?.kind === "node") only.add(end.node.name);
      }
    }
  }
  return only.size > mostNodes ? undefined : writeMermaid(journey, { marks, only });
}
