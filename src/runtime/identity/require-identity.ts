import type { NodeContext } from "../node-behaviour.js";
import type { ManagedObject } from "../world/world-options.js";
import { findIdentity, identityOf } from "./attributes.js";

/**
 * Finds the user by the node's `identityAttribute`, or gives the message of the exception that the platform throws
 * without one. `notFound` is the node's own text for a user who is not there.
 */
export function requireIdentity(
  context: NodeContext,
  { notFound = "Failed to retrieve existing object" }: { readonly notFound?: string } = {},
): { readonly user: ManagedObject } | { readonly problem: string } {
  const attribute = context.properties.text("identityAttribute", "userName");
  if (identityOf(context, attribute) === undefined) return { problem: `${attribute} not present in state` };
  const user = findIdentity(context, attribute);
  return user ? { user } : { problem: notFound };
}
