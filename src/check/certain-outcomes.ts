import { disagreeingBodyVersion } from "../model/body-version.js";
import type { JourneyNode, NodeOutcome } from "../model/model.js";
import type { JourneyFacts } from "./journey-facts.js";

/** A node's outcomes as its connections use them, where it is certain which outcomes the node has. */
export interface OutcomeUse {
  /** Outcomes that lead nowhere. */
  readonly open: readonly NodeOutcome[];
  /** Connections for outcomes that the node does not have. */
  readonly stale: JourneyNode["connections"];
}

const nothing: OutcomeUse = { open: [], stale: [] };

/**
 * Compares a node's outcomes with its connections. An export that lists the outcomes is believed; where it does not, a
 * connection that the catalogue does not expect shows that another release of the platform wrote it, so that nothing is
 * certain. Nor is anything where the settings are missing, or say another version of the node than the journey does.
 */
export function outcomeUse(node: JourneyNode, facts: JourneyFacts): OutcomeUse {
  if (!node.outcomesKnown || connectsEachInTurn(node) || disagreeingBodyVersion(node) !== undefined) return nothing;
  const open = openOutcomes(node);
  const known = new Set(node.outcomes.map((outcome) => outcome.id));
  const stale = node.connections.filter((connection) => !known.has(connection.outcomeId));
  const { document } = facts;
  if (document === undefined) return { open, stale: [] };
  if (!document.hasBody(node.id)) return nothing;
  if (stale.length > 0 && !document.listsOutcomes(node.id)) return nothing;
  return { open, stale };
}

/** The outcomes of a node that lead nowhere. */
export function openOutcomes(node: JourneyNode): readonly NodeOutcome[] {
  if (connectsEachInTurn(node)) return [];
  const connected = new Set(node.connections.map((connection) => connection.outcomeId));
  return node.outcomes.filter((outcome) => !connected.has(outcome.id));
}

/** Whether each outcome has its connection, and no other is there: as nearly always, told without a set. */
function connectsEachInTurn({ outcomes, connections }: JourneyNode): boolean {
  if (outcomes.length !== connections.length) return false;
  for (let index = 0; index < outcomes.length; index++) {
    if (outcomes[index]?.id !== connections[index]?.outcomeId) return false;
  }
  return true;
}
