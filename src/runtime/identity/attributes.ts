import { isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { NodeContext } from "../node-behaviour.js";
import { type NodeState, objectAttributes } from "../node-state.js";
import { readPath, writePath } from "../world/attribute-path.js";
import { isPresent, readable } from "../world/identity-store.js";
import type { ManagedObject } from "../world/world-options.js";

/** The managed object under construction, from all stores. */
export function attributesOf(state: NodeState): ManagedObject {
  return state.getObject(objectAttributes) ?? {};
}

/** An attribute of the object under construction; a user name may also stand in `username`. */
export function attributeOf(state: NodeState, name: string): JsonValue | undefined {
  const value = readPath(attributesOf(state), name);
  return value === undefined && name === "userName" ? state.get("username") : value;
}

/** Sets an attribute of the object under construction, where everybody may read it. */
export function putAttribute(state: NodeState, name: string, value: JsonValue): void {
  state.putShared(objectAttributes, writePath(mapOf(state.getShared(objectAttributes)), name, value));
}

/** Sets an attribute that must not travel in the open: passwords, security questions, profiles. */
export function putSecretAttribute(state: NodeState, name: string, value: JsonValue): void {
  state.putTransient(objectAttributes, writePath(mapOf(state.getTransient(objectAttributes)), name, value));
}

/**
 * What a user is looked up by: the attribute, else `username`. The platform looks even that up under the attribute's
 * name.
 */
export function identityOf(context: NodeContext, attribute: string): JsonValue | undefined {
  const value = readPath(attributesOf(context.state), attribute);
  const found = isPresent(value) ? value : context.state.get("username");
  return isPresent(found) ? found : undefined;
}

/** The user with everything a node may read, looked up as nodes do; `undefined`: nobody, or nothing to look up by. */
export function findIdentity(context: NodeContext, attribute: string): ManagedObject | undefined {
  const value = identityOf(context, attribute);
  return value === undefined ? undefined : context.world.identities.find(attribute, value);
}

/** As `findIdentity`, without what no node may read. */
export function readIdentity(context: NodeContext, attribute: string): ManagedObject | undefined {
  const found = findIdentity(context, attribute);
  return found && readable(found);
}

function mapOf(value: JsonValue | undefined): ManagedObject {
  return isJsonObject(value) ? value : {};
}
