import type { NodeOutcome } from "./model.js";

/** The outcomes of a node by their texts and by their ids: a node may have a hundred thousand, each with its arrow. */
export interface OutcomeIndex {
  readonly byText: ReadonlyMap<string, readonly NodeOutcome[]>;
  readonly byId: ReadonlyMap<string, readonly NodeOutcome[]>;
}

const indexes = new WeakMap<readonly NodeOutcome[], OutcomeIndex>();

/** The index of these outcomes, which is made when it is first asked for. */
export function outcomeIndex(outcomes: readonly NodeOutcome[]): OutcomeIndex {
  let index = indexes.get(outcomes);
  if (!index) {
    index = { byText: group(outcomes, "outcome"), byId: group(outcomes, "id") };
    indexes.set(outcomes, index);
  }
  return index;
}

/** The outcome with this id of the platform. */
export function outcomeWithId(outcomes: readonly NodeOutcome[], id: string): NodeOutcome | undefined {
  return outcomeIndex(outcomes).byId.get(id)?.[0];
}

function group(outcomes: readonly NodeOutcome[], member: "outcome" | "id"): Map<string, NodeOutcome[]> {
  const groups = new Map<string, NodeOutcome[]>();
  for (const outcome of outcomes) {
    const group = groups.get(outcome[member]);
    if (group) group.push(outcome);
    else groups.set(outcome[member], [outcome]);
  }
  return groups;
}
