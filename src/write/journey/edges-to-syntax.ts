import type { Connection, NodeOutcome, Target } from "../../model/model.js";
import type { Edge, Name, OutcomeReference } from "../../syntax/ast.js";
import { emptyRange } from "../../text/range.js";
import { makeName, makeQuotedName } from "./make-syntax.js";

/** The outcomes of a node as the binder will know them. */
export interface OutcomeView {
  readonly outcomes: readonly NodeOutcome[];
  readonly known: boolean;
}

/** Longer than this, outcomes with the same target are written on lines of their own. */
const groupLength = 72;

/**
 * Writes connections as arrows: one per line in the order of the outcomes, or all in one line when they lead to the
 * same place.
 */
export function edgesToSyntax(connections: readonly Connection[], view: OutcomeView): readonly Edge[] {
  const sorted = inOutcomeOrder(connections, view.outcomes);
  const [first] = sorted;
  if (first === undefined) return [];
  const target = targetToSyntax(first.target);
  if (isOnlyOutcome(sorted, view)) return [{ kind: "edge", outcomes: [], target, range: emptyRange }];
  const references = referencesTo(sorted, view.outcomes);
  if (isGroup(sorted, references, view)) return [{ kind: "edge", outcomes: references, target, range: emptyRange }];
  return sorted.map((connection, index) => ({
    kind: "edge",
    outcomes: references.slice(index, index + 1),
    target: targetToSyntax(connection.target),
    range: emptyRange,
  }));
}

/** A target as a name: a node, an end, or in quotes an id that the journey does not have. */
export function targetToSyntax(target: Target): Name {
  switch (target.kind) {
    case "node":
      return makeName(target.name);
    case "success":
    case "failure":
      return makeName(target.kind);
    case "foreign":
      return makeQuotedName(target.id);
  }
}

function inOutcomeOrder(connections: readonly Connection[], outcomes: readonly NodeOutcome[]): readonly Connection[] {
  const rank = new Map(outcomes.map((outcome, index) => [outcome.id, index]));
  const rankOf = (connection: Connection) => rank.get(connection.outcomeId) ?? outcomes.length;
  return [...connections].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The outcome that `-> Target` means where the outcomes are not known. */
const soleOutcome = "outcome";

function isOnlyOutcome(connections: readonly Connection[], view: OutcomeView): boolean {
  const [connection] = connections;
  if (connections.length !== 1 || view.outcomes.length > 1) return false;
  const expected = view.outcomes[0]?.id ?? (view.known ? undefined : soleOutcome);
  return connection?.outcomeId === expected;
}

function isGroup(
  connections: readonly Connection[],
  references: readonly OutcomeReference[],
  view: OutcomeView,
): boolean {
  const [first] = connections;
  if (first === undefined || connections.length < Math.max(2, view.outcomes.length)) return false;
  const key = targetKey(first.target);
  if (!connections.every((connection) => targetKey(connection.target) === key)) return false;
  const length = references.reduce(
    (sum, { child, outcome }) => sum + (child?.text.length ?? 0) + outcome.text.length + 2,
    0,
  );
  return length <= groupLength;
}

function targetKey(target: Target): string {
  return target.kind === "node" || target.kind === "foreign" ? `id ${target.id}` : target.kind;
}

function referencesTo(
  connections: readonly Connection[],
  outcomes: readonly NodeOutcome[],
): readonly OutcomeReference[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const uses = new Map<string, number>();
  for (const { outcome } of outcomes) uses.set(outcome, (uses.get(outcome) ?? 0) + 1);
  return connections.map(({ outcomeId }) => {
    const outcome = byId.get(outcomeId);
    if (outcome === undefined) return { child: undefined, outcome: makeQuotedName(outcomeId), range: emptyRange };
    const isAmbiguous = (uses.get(outcome.outcome) ?? 0) > 1 && outcome.child !== undefined;
    return {
      child: isAmbiguous ? makeName(outcome.child ?? "") : undefined,
      outcome: makeName(outcome.outcome),
      range: emptyRange,
    };
  });
}
