import type { CallbackMember, WireCallback } from "../../runtime/callbacks/callback.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { Refusal } from "../refusal.js";

/**
 * The callbacks that a client sends back; `undefined` where it sends none at all. Anything may stand in a body, so only what has the form
 * of a callback is passed on to the run, which compares it with what was asked.
 */
export function readCallbacks(body: JsonObject): readonly WireCallback[] | undefined {
  const given = getOwn(body, "callbacks");
  if (given === undefined || given === null) return undefined;
  if (!Array.isArray(given)) throw new Refusal(400, "The callbacks must be a list");
  return (given as readonly Json[]).map(readCallback);
}

function readCallback(given: Json): WireCallback {
  const type = isJsonObject(given) ? getOwn(given, "type") : undefined;
  if (!isJsonObject(given) || typeof type !== "string") {
    throw new Refusal(400, "Required callback not found in JSON response");
  }
  return { type, output: membersOf(getOwn(given, "output")), input: membersOf(getOwn(given, "input")) };
}

function membersOf(given: Json | undefined): readonly CallbackMember[] {
  if (!Array.isArray(given)) return [];
  return (given as readonly Json[]).filter(isJsonObject).flatMap((member) => {
    const name = getOwn(member, "name");
    const value = getOwn(member, "value");
    return value === undefined ? [] : [{ name: typeof name === "string" ? name : "", value }];
  });
}
