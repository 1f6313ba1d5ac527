import type { NodeOutcome } from "./model.js";

/** The outcomes of a node by their texts and by their ids: a node may have a hundred thousand, each with its arrow. */
interface OutcomeIndex {
  readonly byText: ReadonlyMap<string, readonly NodeOutcome[]>;
  readonly byId: ReadonlyMap<string, readonly NodeOutcome[]>;
}

const indexes = new WeakMap<readonly NodeOutcome[], OutcomeIndex>();

/** The index of these outcomes, which is made when it is first asked for. */
function outcomeIndex(outcomes: readonly NodeOutcome[]): OutcomeIndex {
  let index = indexes.get(outcomes);
  if (!index) {
    index = { byText: group(outcomes, "outcome"), byId: group(outcomes, "id") };
    indexes.set(outcomes, index);
  }
  return index;
}

/** An index of fewer outcomes costs more than looking through them. */
const few = 8;

/** The outcome with this id of the platform. */
export function outcomeWithId(outcomes: readonly NodeOutcome[], id: string): NodeOutcome | undefined {
  if (outcomes.length <= few) return outcomes.find((outcome) => outcome.id === id);
  return outcomeIndex(outcomes).byId.get(id)?.[0];
}

/** The outcomes with this id or text. */
export function outcomesWith(
  outcomes: readonly NodeOutcome[],
  member: "outcome" | "id",
  value: string,
): readonly NodeOutcome[] {
  if (outcomes.length <= few) return outcomes.filter((outcome) => outcome[member] === value);
  const { byText, byId } = outcomeIndex(outcomes);
  return (member === "id" ? byId : byText).get(value) ?? [];
}

/** The outcomes that a text can mean: those that authors write so, or else the one with that id on the platform. */
export function matchingOutcomes(
  owner: { readonly outcomes: readonly NodeOutcome[] },
  child: string | undefined,
  outcome: string,
): readonly NodeOutcome[] {
  const written = outcomesWith(owner.outcomes, "outcome", outcome);
  const found = child === undefined ? written : written.filter((candidate) => candidate.child === child);
  return found.length > 0 || child !== undefined ? found : outcomesWith(owner.outcomes, "id", outcome);
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
