import type { JourneyNode } from "../../model/model.js";

/** An outcome as pictures show it. */
export interface OutcomeLabel {
  /** The platform's id, as in `connections`. */
  readonly id: string;
  /** Empty for the only outcome of a node, whose arrow says enough. */
  readonly label: string;
}

/** The outcomes of a node in the order of its type, followed by those that only its connections have. */
export function outcomeLabels(node: JourneyNode): readonly OutcomeLabel[] {
  const labels = new Map(node.outcomes.map((outcome) => [outcome.id, outcome.displayName || outcome.outcome]));
  for (const { outcomeId } of node.connections)
    if (!labels.has(outcomeId)) labels.set(outcomeId, named(node, outcomeId));
  const [first] = labels.keys();
  if (labels.size === 1 && first !== undefined && isPlain(first)) return [{ id: first, label: "" }];
  return [...labels].map(([id, label]) => ({ id, label }));
}

/** Pages of version 2.0 put the inner node's id in front of an outcome; the label has the inner node's name instead. */
function named(node: JourneyNode, outcomeId: string): string {
  const child = node.children.find(({ id }) => outcomeId.startsWith(id));
  return child === undefined ? outcomeId : `${child.name}.${outcomeId.slice(child.id.length).replace(/^\W/, "")}`;
}

/** Whether an id is the platform's usual id of an only outcome. */
function isPlain(id: string): boolean {
  return id === "outcome" || id.endsWith(".outcome") || id.endsWith("outcome");
}
