import type { CallbacksAction, Effects } from "../../runtime/action.js";
import type { Callback } from "../../runtime/callbacks/callback.js";
import { callbackTypes } from "../../runtime/callbacks/callback-types.js";
import type { ScriptAction, ScriptDone } from "../../runtime/script-host.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";

/**
 * Reads the result of a script. It comes out of the sandbox, where the script can change what the prelude does, so no
 * part of it is trusted to have the right shape.
 */
export function readScriptResult(text: string): ScriptDone {
  const left = objectOf(JSON.parse(text) as Json);
  const action = readAction(objectOf(getOwn(left, "action")));
  const callbacks = readCallbacks(getOwn(left, "callbacks"));
  const effects = readEffects(objectOf(getOwn(left, "effects")));
  const [outcome, config] = [getOwn(left, "outcome"), getOwn(left, "config")];
  return {
    kind: "done",
    ...(outcome !== undefined && { outcome }),
    ...(action && { action }),
    ...(callbacks.length > 0 && { callbacks }),
    ...(config !== undefined && { config }),
    ...(Object.keys(effects).length > 0 && { effects }),
  };
}

function readAction(action: JsonObject): ScriptAction | undefined {
  const kind = getOwn(action, "kind");
  if (kind === "outcome") return { kind, outcome: getOwn(action, "outcome") ?? null };
  if (kind === "callbacks") return readCallbacksAction(action);
  if (kind !== "suspend") return undefined;
  const minutes = numberOf(action, "minutes");
  return { kind, message: textOf(action, "message") ?? "", ...(minutes !== undefined && { minutes }) };
}

function readCallbacksAction(action: JsonObject): Omit<CallbacksAction, "effects"> {
  const [header, description, stage] = ["header", "description", "stage"].map((name) => textOf(action, name));
  return {
    kind: "callbacks",
    callbacks: readCallbacks(getOwn(action, "callbacks")),
    ...(header !== undefined && { header }),
    ...(description !== undefined && { description }),
    ...(stage !== undefined && { stage }),
  };
}

function readCallbacks(value: Json | undefined): readonly Callback[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json) => {
    const description = objectOf(item);
    const type = callbackTypes.get(textOf(description, "type") ?? "");
    return type ? [type(objectOf(getOwn(description, "values")), objectOf(getOwn(description, "input")))] : [];
  });
}

function readEffects(effects: JsonObject): Effects {
  const [maxSessionTime, maxIdleTime] = [numberOf(effects, "maxSessionTime"), numberOf(effects, "maxIdleTime")];
  const [errorMessage, lockoutMessage] = [textOf(effects, "errorMessage"), textOf(effects, "lockoutMessage")];
  const properties = Object.entries(objectOf(getOwn(effects, "sessionProperties")));
  const removed = getOwn(effects, "removedSessionProperties");
  const identity = objectOf(getOwn(effects, "identity"));
  const name = textOf(identity, "name");
  return {
    ...(name !== undefined && { identity: { name, type: getOwn(identity, "type") === "agent" ? "agent" : "user" } }),
    ...(properties.length > 0 && {
      sessionProperties: Object.fromEntries(properties.map(([key, value]) => [key, String(value)])),
    }),
    ...(Array.isArray(removed) && { removedSessionProperties: removed.map(String) }),
    ...(maxSessionTime !== undefined && { maxSessionTime }),
    ...(maxIdleTime !== undefined && { maxIdleTime }),
    ...(errorMessage !== undefined && { errorMessage }),
    ...(lockoutMessage !== undefined && { lockoutMessage }),
  };
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function textOf(owner: JsonObject, name: string): string | undefined {
  const value = getOwn(owner, name);
  return typeof value === "string" ? value : undefined;
}

function numberOf(owner: JsonObject, name: string): number | undefined {
  const value = getOwn(owner, name);
  return typeof value === "number" ? value : undefined;
}
