import { type EdgeFilter, type GraphEdge, type JourneyGraph, vertexOfTarget } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { passedText, pathText, vertexLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Refutes `require A before B` with the shortest path from `start` to B that does not pass A (or that outcome of A).
 * Every path of the graph counts, even if the behaviour of its nodes rules it out.
 */
export const refutedRequire = journeyRule("refuted-require", "proves", (facts, report) => {
  const { journey, graph } = facts;
  for (const rule of journey.rules) {
    if (rule.kind !== "require") continue;
    const by = graph.byName.get(rule.node);
    const target = vertexOfTarget(graph, rule.before);
    if (by === undefined || target === undefined) continue;
    // Where A is B itself, every path to B has passed A.
    if (by === target && rule.outcomeId === undefined) continue;
    const path = shortestPath(graph, graph.start, target, avoiding(by, rule.outcomeId));
    if (path === undefined) continue;
    const node = passedText(graph, by, rule.outcomeId);
    const help = adviseOn(graph, rule, { by, target, path });
    // What is found at the arrow by which the path passes the node says more.
    const passing = path.find(({ from }) => from === by);
    report({
      at: rule.place,
      args: { node, target: vertexLabel(graph, target), path: pathText(graph, path) },
      related: path.slice(-1).map((edge) => ({ place: edge.connection.place, message: "The path arrives here" })),
      ...(help === undefined ? {} : { help }),
      ...(passing === undefined ? {} : { restsOn: [passing.connection.targetPlace] }),
    });
  }
});

/** Where the rule holds the other way round, or the path passes the node by another outcome. */
function adviseOn(
  graph: JourneyGraph,
  { outcomeId }: { readonly outcomeId: string | undefined },
  { by, target, path }: { readonly by: number; readonly target: number; readonly path: readonly GraphEdge[] },
): string | undefined {
  const [node, goal] = [vertexLabel(graph, by), vertexLabel(graph, target)];
  const isNode = graph.vertices[target]?.kind === "node";
  if (
    isNode &&
    outcomeId === undefined &&
    shortestPath(graph, graph.start, by, avoiding(target, undefined)) === undefined
  )
    return `It holds the other way round: \`require ${goal} before ${node}\`.`;
  const passing = path.find(({ from }) => from === by);
  if (passing === undefined) return undefined;
  const left = passedText(graph, by, passing.connection.outcomeId);
  const what = passing === path.at(-1) ? `\`${left}\`` : `\`${left}\`, or the last arrow of the path,`;
  return `The path passes \`${node}\` by another outcome: lead ${what} elsewhere, or correct the rule.`;
}

function avoiding(vertex: number, outcomeId: string | undefined): EdgeFilter {
  return ({ from, connection }) => from !== vertex || (outcomeId !== undefined && connection.outcomeId !== outcomeId);
}
