import type { EdgeFilter, JourneyGraph } from "./graph.js";

/** The vertices on some path that begins at `from`, itself included, in the order of a breadth-first walk. */
export function reachableFrom(graph: JourneyGraph, from: number, follow?: EdgeFilter): ReadonlySet<number> {
  return walk(graph.outgoing, "to", from, follow);
}

/** The vertices from which some path leads to `to`, itself included. */
export function reaching(graph: JourneyGraph, to: number, follow?: EdgeFilter): ReadonlySet<number> {
  return walk(graph.incoming, "from", to, follow);
}

function walk(
  edgesOf: JourneyGraph["outgoing"],
  end: "from" | "to",
  origin: number,
  follow: EdgeFilter = () => true,
): ReadonlySet<number> {
  const seen = new Set([origin]);
  // A set is walked in the order of insertion and grows while it is walked: it is the queue as well.
  for (const vertex of seen) {
    for (const edge of edgesOf[vertex] ?? []) if (follow(edge)) seen.add(edge[end]);
  }
  return seen;
}
