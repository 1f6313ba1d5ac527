import type { Connection, JourneyNode, NodeOutcome, Target } from "../model/model.js";
import type { OutcomeMeta } from "../runtime/machine.js";
import { eventName } from "./state-names.js";

/** An outcome of a node, as the machine has it. */
export interface OutcomeDescription {
  /** The name of the event in the machine. */
  readonly name: string;
  readonly meta: OutcomeMeta;
  /** `undefined` for an outcome without a connection. */
  readonly target: Target | undefined;
}

/** The outcomes of a node with their names and targets. Of two connections of one outcome, the first counts. */
export function describeOutcomes(node: JourneyNode): readonly OutcomeDescription[] {
  const connections = new Map<string, Connection>();
  for (const connection of node.connections) {
    if (!connections.has(connection.outcomeId)) connections.set(connection.outcomeId, connection);
  }
  const outcomes = new Map(node.outcomes.map((outcome) => [outcome.id, outcome]));
  for (const id of connections.keys()) {
    // Nodes of unknown types, and exports of other releases, connect outcomes that the node type does not have.
    if (!outcomes.has(id)) outcomes.set(id, { id, displayName: id, outcome: id, child: undefined });
  }
  const names = outcomeNames([...outcomes.values()]);
  return [...outcomes.values()].map(({ id, displayName, child }) => ({
    name: names.get(id) ?? id,
    meta: { id, displayName, ...(child !== undefined && { child }) },
    target: connections.get(id)?.target,
  }));
}

/** The names of outcomes as authors write them: `true`, or `Password.true` where two inner nodes have a `true`. */
function outcomeNames(outcomes: readonly NodeOutcome[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const { outcome } of outcomes) uses.set(outcome, (uses.get(outcome) ?? 0) + 1);
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, outcome, child } of outcomes) {
    const exact = child === undefined ? id : `${child}.${outcome}`;
    let name = eventName(uses.get(outcome) === 1 ? outcome : exact);
    while (taken.has(name)) name += "'";
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
