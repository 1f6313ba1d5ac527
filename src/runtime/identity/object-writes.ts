import { isJsonObject } from "../../text/json.js";
import type { JsonValue } from "../machine.js";
import type { Properties } from "../properties.js";
import { hashAnswer } from "../world/kba.js";
import type { World } from "../world/world.js";
import type { ManagedObject } from "../world/world-options.js";

/** Nodes that write objects name every attribute as an input, so that all of them wait for such a node. */
export function allAttributes(_properties: Properties, world: World): readonly string[] {
  return ["objectAttributes", ...world.identities.schema.keys()];
}

/** Security answers are stored as hashes. */
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
