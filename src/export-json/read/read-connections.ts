import { terminalIds } from "../../model/ids.js";
import type { Connection, NodeOutcome, Target } from "../../model/model.js";
import type { JsonObject } from "../../text/json.js";
import { objectMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";
import type { NodeOutline } from "./node-outline.js";
import type { ReadContext } from "./read-context.js";
import type { NodeOutcomes } from "./read-outcomes.js";

/** The connections of a node: the outcome ids in their order, and for each the id of its target. */
export interface NodeWiring {
  readonly outcomeIds: readonly string[];
  readonly targetIds: readonly string[];
}

export const unwired: NodeWiring = { outcomeIds: [], targetIds: [] };

/** Reads the connections of all nodes of a tree, by node id. They decide the order of the nodes. */
export function readWirings(
  outlines: ReadonlyMap<string, NodeOutline>,
  outcomes: NodeOutcomes,
): ReadonlyMap<string, NodeWiring> {
  const wirings = new Map<string, NodeWiring>();
  for (const outline of outlines.values()) {
    const given = objectMember(outline.reference, "connections");
    const outcomeIds: string[] = [];
    const targetIds: string[] = [];
    for (const outcomeId of connectedOutcomes(given, outcomes.of(outline, asIs).outcomes)) {
      const target = given[outcomeId];
      if (typeof target !== "string") continue;
      outcomeIds.push(outcomeId);
      targetIds.push(target);
    }
    wirings.set(outline.id, { outcomeIds, targetIds });
  }
  return wirings;
}

function asIs(id: string): string {
  return id;
}

/** The connected outcomes in the node's order. Outcomes that the node does not have come last, sorted. */
function connectedOutcomes(given: JsonObject, outcomes: readonly NodeOutcome[]): Iterable<string> {
  const connected = new Set<string>();
  for (const { id } of outcomes) if (Object.hasOwn(given, id)) connected.add(id);
  const all = Object.keys(given);
  if (all.length > connected.size) for (const id of all.sort()) connected.add(id);
  return connected;
}

/** Makes the model's connections for a node that stands at `place`. */
export function readConnections(
  { outcomeIds, targetIds }: NodeWiring,
  place: JsonPlace,
  context: ReadContext,
): readonly Connection[] {
  if (outcomeIds.length === 0) return [];
  const connections = place.child("connections");
  return outcomeIds.map((outcomeId, index) => {
    const targetPlace = connections.child(outcomeId);
    return { outcomeId, target: targetOf(targetIds[index] ?? "", context), place: targetPlace, targetPlace };
  });
}

const success: Target = { kind: "success" };
const failure: Target = { kind: "failure" };

/**
 * The target that an id in a connection or in the tree's entry names. An inner node has a name too, but nothing can
 * lead to it.
 */
export function targetOf(id: string, { outlines, nameOf }: ReadContext): Target {
  if (id === terminalIds.success) return success;
  if (id === terminalIds.failure) return failure;
  return outlines.has(id) ? { kind: "node", name: nameOf(id), id } : { kind: "foreign", id };
}
