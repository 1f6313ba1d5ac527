import type { NodeContext } from "../node-behaviour.js";
import type { ManagedObject } from "../world/world-options.js";
import { findIdentity, identityOf } from "./attributes.js";

/** The user that a node must have, looked up by its `identityAttribute`; or what it throws without one. */
export function requireIdentity(
  context: NodeContext,
  byDefault = "userName",
): { readonly user: ManagedObject } | { readonly problem: string } {
  const attribute = context.properties.text("identityAttribute", byDefault);
  if (identityOf(context, attribute) === undefined) return { problem: `${attribute} not present in state` };
  const user = findIdentity(context, attribute);
  return user ? { user } : { problem: "Failed to retrieve existing object" };
}
