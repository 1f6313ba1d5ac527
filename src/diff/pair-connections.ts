import type { Connection, JourneyNode } from "../model/model.js";
import { type JourneyPair, outcomeName } from "./journey-pair.js";

/** The connection of one outcome before and after; one of them may be missing. */
export interface ConnectionPair {
  readonly before: Connection | undefined;
  readonly after: Connection | undefined;
}

/**
 * Pairs the connections of two versions of a node by outcome id, and then by the outcome's name: depending on its
 * version, a page puts the inner node's id in front of an outcome id.
 */
export function pairConnections(
  before: JourneyNode,
  after: JourneyNode,
  { ids }: JourneyPair,
): readonly ConnectionPair[] {
  const byId = new Map(before.connections.map((connection) => [ids.text(connection.outcomeId), connection]));
  const known = new Set(after.connections.map(({ outcomeId }) => outcomeId));
  const left = new Map<string, Connection>();
  for (const [id, connection] of byId)
    if (!known.has(id)) left.set(outcomeName(before, connection.outcomeId), connection);
  const pairs: ConnectionPair[] = [];
  for (const connection of after.connections) {
    const old = byId.get(connection.outcomeId);
    // The outcome's name is computed only where it is needed, because that takes time proportional to the node's
    // outcomes.
    const label = old === undefined && left.size > 0 ? outcomeName(after, connection.outcomeId) : "";
    pairs.push({ before: old ?? left.get(label), after: connection });
    if (old === undefined) left.delete(label);
  }
  return [...pairs, ...[...left.values()].map((connection) => ({ before: connection, after: undefined }))];
}
