import type { NodeContext } from "../node-behaviour.js";

/**
 * The exception that a node throws when its `identityResource` differs from the journey's. No exception is thrown for
 * `managed/user`, the default of journeys without the setting: such an export may belong to any realm.
 */
export function resourceMismatch(
  { properties, journey }: NodeContext,
  kind: "identity resource" | "object type" = "identity resource",
): string | undefined {
  const resource = properties.text("identityResource");
  if (resource === "" || [resource, "managed/user"].includes(journey.identityResource)) return undefined;
  return `Configured ${kind} for the node (${resource}) does not match the configured ${kind} for the tree (${journey.identityResource})`;
}
