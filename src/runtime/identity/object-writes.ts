import { isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { Properties } from "../properties.js";
import { hashAnswer } from "../world/kba.js";
import type { World } from "../world/world.js";
import type { ManagedObject } from "../world/world-options.js";

/**
 * The inputs of nodes that write objects. The platform's nodes declare every attribute of the schema, so that all
 * values survive until they run.
 */
export function allAttributes(_properties: Properties, world: World): readonly string[] {
  return ["objectAttributes", ...world.identities.schema.keys()];
}

/** Replaces the security answers of an object by their hashes, which is how the platform stores them. */
export async function hashAnswers(world: World, object: ManagedObject): Promise<ManagedObject> {
  const hashed = new Map<string, JsonValue>();
  for (const [name, value] of Object.entries(object)) {
    hashed.set(name, name === "kbaInfo" && Array.isArray(value) ? await hashList(world, value) : value);
  }
  return Object.fromEntries(hashed);
}

async function hashList(world: World, answers: readonly JsonValue[]): Promise<JsonValue> {
  const hashed: JsonValue[] = [];
  for (const each of answers) {
    const answer = isJsonObject(each) ? each.answer : undefined;
    hashed.push(
      isJsonObject(each) && typeof answer === "string" ? { ...each, answer: await hashAnswer(world, answer) } : each,
    );
  }
  return hashed;
}
