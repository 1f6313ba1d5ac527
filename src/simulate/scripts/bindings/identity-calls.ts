import type { World } from "../../../runtime/world/world.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../../text/json.js";
import { BindingError, type HostCalls, textArgument } from "./host-calls.js";
import { directoryValues, managedName } from "./identity-attributes.js";

/** `idRepository` of both script engines, on the users of the world. */
export function identityCalls(world: World): HostCalls {
  const user = (args: readonly Json[]) => world.identities.findUser(textArgument(args, 0));
  return {
    "identity.exists": (args) => user(args) !== undefined,
    "identity.name": (args) => getOwn(user(args) ?? {}, "_id") ?? textArgument(args, 0),
    "identity.universalId": (args) => `id=${String(getOwn(user(args) ?? {}, "_id") ?? textArgument(args, 0))},ou=user`,
    "identity.values": (args) => {
      const found = user(args);
      return found ? directoryValues(found, textArgument(args, 1)) : [];
    },
    "identity.set": (args) => {
      const found = user(args);
      if (!found) throw new BindingError(`Identity ${textArgument(args, 0)} not found`);
      const changes = isJsonObject(args[1]) ? (args[1] as JsonObject) : {};
      world.identities.patch(String(getOwn(found, "_id")), managedValues(world, found, changes));
      return undefined;
    },
  };
}

/**
 * Turns the directory's lists into values of the managed object: a list stays one only where the attribute is a list.
 */
function managedValues(world: World, user: JsonObject, changes: JsonObject): JsonObject {
  const values: { [name: string]: Json } = {};
  for (const [attribute, list] of Object.entries(changes)) {
    const name = managedName(attribute);
    const items = Array.isArray(list) ? list : [list];
    const many = world.identities.schema.get(name)?.type === "array" || Array.isArray(getOwn(user, name));
    setOwn(values, name, many ? items : (items.at(-1) ?? null));
  }
  return values;
}
