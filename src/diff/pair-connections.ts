import type { Connection, JourneyNode } from "../model/model.js";
import { type JourneyPair, outcomeName } from "./journey-pair.js";

/** An outcome's connection before and after; one of them may be missing. */
export interface ConnectionPair {
  readonly before: Connection | undefined;
  readonly after: Connection | undefined;
}

/**
 * The connections of two versions of a node, by outcome id; then by what the author calls the outcome, for pages whose version
 * decides whether an id has the inner node's in front.
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
    // Its name is looked for only where it is needed: that takes as long as the node has outcomes.
    const label = old === undefined && left.size > 0 ? outcomeName(after, connection.outcomeId) : "";
    pairs.push({ before: old ?? left.get(label), after: connection });
    if (old === undefined) left.delete(label);
  }
  return [...pairs, ...[...left.values()].map((connection) => ({ before: connection, after: undefined }))];
}
