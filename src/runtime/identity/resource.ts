import type { NodeContext } from "../node-behaviour.js";

/**
 * What a node throws that is set up for another kind of object than its journey. `managed/user` is what journeys have
 * that say nothing: an export without the setting may stand for any realm's users.
 */
export function resourceMismatch({ properties, journey }: NodeContext): string | undefined {
  const resource = properties.text("identityResource");
  if (resource === "" || [resource, "managed/user"].includes(journey.identityResource)) return undefined;
  return `Configured identity resource for the node (${resource}) does not match the one of the journey (${journey.identityResource})`;
}
