import type { NodeState } from "../../../runtime/node-state.js";
import { isJsonObject, type JsonObject } from "../../../text/json.js";
import { type HostCalls, textArgument } from "./host-calls.js";

/** `nodeState`, and the maps `sharedState` and `transientState` of the legacy engine. */
export function stateCalls(state: NodeState): HostCalls {
  return {
    "state.get": (args) => state.get(textArgument(args, 0)),
    "state.getObject": (args) => state.getObject(textArgument(args, 0)),
    "state.isDefined": (args) => state.isDefined(textArgument(args, 0)),
    "state.keys": () => [...state.keys()],
    "state.putShared": (args) => void state.putShared(textArgument(args, 0), args[1] ?? null),
    "state.putTransient": (args) => void state.putTransient(textArgument(args, 0), args[1] ?? null),
    "state.remove": (args) => void state.remove(textArgument(args, 0)),
    "state.mergeShared": ([values]) => void state.mergeShared(objectOf(values)),
    "state.mergeTransient": ([values]) => void state.mergeTransient(objectOf(values)),
    "state.shared": () => Object.fromEntries(state.sharedEntries()),
    "state.transient": () => Object.fromEntries(state.transientEntries()),
    "state.write.shared": ([values]) => void writeShared(state, objectOf(values)),
    "state.write.transient": ([values]) => void writeTransient(state, objectOf(values)),
    "state.replaceShared": ([values]) => void writeShared(state, objectOf(values)),
    "state.replaceTransient": ([values]) => void writeTransient(state, objectOf(values)),
  };
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? (value as JsonObject) : {};
}

function writeShared(state: NodeState, values: JsonObject): void {
  for (const key of state.sharedEntries().keys()) if (!Object.hasOwn(values, key)) state.removeShared(key);
  for (const [key, value] of Object.entries(values)) state.putShared(key, value);
}

function writeTransient(state: NodeState, values: JsonObject): void {
  for (const key of state.transientEntries().keys()) if (!Object.hasOwn(values, key)) state.removeTransient(key);
  for (const [key, value] of Object.entries(values)) state.putTransient(key, value);
}
