import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import { endsOf, type PathEnds } from "../model/graph-path.js";
import type { Journey, JourneyNode, NodeOutcome } from "../model/model.js";
import { outcomeWithId } from "../model/outcome-index.js";

/**
 * Whether a journey was read from JSON. Then its places have pointers, and its nodes are named by their labels on the
 * canvas.
 */
export function isFromExport(journey: Journey): boolean {
  return journey.origin.kind !== "text";
}

/** A node as the reader of a message knows it: by name in a text, by label in an export. */
export function nodeLabel(node: JourneyNode): string {
  if (node.place.pointer !== undefined) return node.displayName || node.name;
  return node.page === undefined ? node.name : `${node.page}.${node.name}`;
}

/** An outcome as its author knows it: by its label in an export, where the platform's id is composed of other ids. */
export function outcomeLabel(node: JourneyNode, outcomeId: string): string {
  const outcome = outcomeWithId(node.outcomes, outcomeId);
  return outcome ? outcomeText(outcome) : outcomeId;
}

/**
 * The outcome's name: `true`, or `Password.true` where another inner node of the page has an outcome of the same name.
 */
export function outcomeText(outcome: NodeOutcome): string {
  return outcome.outcome;
}

/** The label of the node at a vertex, or the name of the end. */
export function vertexLabel(graph: JourneyGraph, vertex: number): string {
  const found = graph.vertices[vertex];
  return found === undefined ? "?" : found.kind === "node" ? nodeLabel(found.node) : found.kind;
}

/** The reference of a rule: `A`, or `A.true`. */
export function passedText(graph: JourneyGraph, vertex: number, outcomeId: string | undefined): string {
  const label = vertexLabel(graph, vertex);
  const found = graph.vertices[vertex];
  return outcomeId === undefined || found?.kind !== "node" ? label : `${label}.${outcomeLabel(found.node, outcomeId)}`;
}

/** As many steps of a long path are shown at its beginning, and as many at its end. */
export const shownSteps = 6;

/** A path as text: `start -> AskName -> CheckPassword (false) -> failure`. A long path is shortened in the middle. */
export function pathText(graph: JourneyGraph, path: readonly GraphEdge[]): string {
  return endsText(graph, endsOf(path, shownSteps));
}

/** The same for a path that is cut already. */
export function endsText(graph: JourneyGraph, { first, last, leftOut }: PathEnds): string {
  const end = last.at(-1) ?? first.at(-1);
  if (end === undefined) return "";
  const steps = (edges: readonly GraphEdge[]) => edges.map((edge) => stepText(graph, edge));
  const between = leftOut === 0 ? [] : [`… ${leftOut} more …`];
  return [...steps(first), ...between, ...steps(last), vertexLabel(graph, end.to)].join(" -> ");
}

/** The label of the vertex that an edge leaves, with the outcome where the node has several. */
function stepText(graph: JourneyGraph, edge: GraphEdge): string {
  const vertex = graph.vertices[edge.from];
  const label = vertexLabel(graph, edge.from);
  if (vertex?.kind !== "node") return label;
  const { node } = vertex;
  const isChoice = node.outcomes.length > 1 || node.connections.length > 1;
  return isChoice ? `${label} (${outcomeLabel(node, edge.connection.outcomeId)})` : label;
}
