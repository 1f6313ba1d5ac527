import { isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { NodeContext } from "../node-behaviour.js";
import { type NodeState, objectAttributes } from "../node-state.js";
import { readPath, writePath } from "../world/attribute-path.js";
import { isPresent, readable } from "../world/identity-store.js";
import type { ManagedObject } from "../world/world-options.js";

/** The managed object under construction, merged from all stores. */
export function attributesOf(state: NodeState): ManagedObject {
  return state.getObject(objectAttributes) ?? {};
}

/** An attribute of the object under construction. `userName` is also taken from the state key `username`. */
export function attributeOf(state: NodeState, name: string): JsonValue | undefined {
  const value = readPath(attributesOf(state), name);
  return value === undefined && name === "userName" ? state.get("username") : value;
}

/** Sets an attribute of the object under construction in shared state, which clients can read. */
export function putAttribute(state: NodeState, name: string, value: JsonValue): void {
  state.putShared(objectAttributes, writePath(mapOf(state.getShared(objectAttributes)), name, value));
}

/** Sets an attribute in transient state, where clients cannot read it: passwords, security answers, social profiles. */
export function putSecretAttribute(state: NodeState, name: string, value: JsonValue): void {
  state.putTransient(objectAttributes, writePath(mapOf(state.getTransient(objectAttributes)), name, value));
}

/**
 * The value that a user is looked up by: the attribute, or else `username`. The platform looks up even a username under
 * the attribute's name.
 */
export function identityOf(context: NodeContext, attribute: string): JsonValue | undefined {
  const value = readPath(attributesOf(context.state), attribute);
  const found = isPresent(value) ? value : context.state.get("username");
  return isPresent(found) ? found : undefined;
}

/**
 * The user with all attributes, looked up as the platform's nodes do it. `undefined` when no user is found or no value
 * is there to look up.
 */
export function findIdentity(context: NodeContext, attribute: string): ManagedObject | undefined {
  const value = identityOf(context, attribute);
  return value === undefined ? undefined : context.world.identities.find(attribute, value);
}

/** Like `findIdentity`, without the attributes that no node may read. */
export function readIdentity(context: NodeContext, attribute: string): ManagedObject | undefined {
  const found = findIdentity(context, attribute);
  return found && readable(found);
}

function mapOf(value: JsonValue | undefined): ManagedObject {
  return isJsonObject(value) ? value : {};
}
