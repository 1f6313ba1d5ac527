import type { EdgeFilter, JourneyGraph } from "./graph.js";

/** The vertices that `from`, or one of these, can reach, including themselves, in breadth-first order. */
export function reachableFrom(
  graph: JourneyGraph,
  from: number | Iterable<number>,
  follow?: EdgeFilter,
): ReadonlySet<number> {
  return walk(graph.outgoing, "to", from, follow);
}

/** The vertices that can reach `to`, or one of these, including themselves. */
export function reaching(graph: JourneyGraph, to: number | Iterable<number>, follow?: EdgeFilter): ReadonlySet<number> {
  return walk(graph.incoming, "from", to, follow);
}

function walk(
  edgesOf: JourneyGraph["outgoing"],
  end: "from" | "to",
  origin: number | Iterable<number>,
  follow: EdgeFilter = () => true,
): ReadonlySet<number> {
  const seen = new Set(typeof origin === "number" ? [origin] : origin);
  // The iteration also visits vertices that it has added, so the set is the queue as well.
  for (const vertex of seen) {
    for (const edge of edgesOf[vertex] ?? []) if (follow(edge)) seen.add(edge[end]);
  }
  return seen;
}
