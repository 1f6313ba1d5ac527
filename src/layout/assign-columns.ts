import type { JourneyGraph } from "../model/graph.js";
import type { ForwardEdges } from "./forward-edges.js";

/** The column of each vertex: the length of its longest path from the start. Both ends are in the last column. */
export function assignColumns(
  { vertices, success, failure, start }: JourneyGraph,
  forward: ForwardEdges,
): readonly number[] {
  const columnOf: number[] = [];
  for (let vertex = 0; vertex < vertices.length; vertex++) columnOf.push(vertex === start ? 0 : 1);
  let last = 0;
  for (const vertex of forward.order) {
    if (vertex === success || vertex === failure) continue;
    let column = columnOf[vertex] as number;
    for (const edge of forward.incoming[vertex] ?? []) column = Math.max(column, (columnOf[edge.from] as number) + 1);
    columnOf[vertex] = column;
    last = Math.max(last, column);
  }
  columnOf[success] = last + 1;
  columnOf[failure] = last + 1;
  return columnOf;
}
