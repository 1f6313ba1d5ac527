import { getOwn, isJsonObject } from "../../text/json.js";
import { type Callback, outputOf } from "../callbacks/callback.js";
import { withInputs } from "../callbacks/wire.js";
import type { JsonValue } from "../machine.js";
import { RunError } from "../run.js";
import type { Frame } from "./frame.js";

/** Fills in callbacks by name. An input that is not named keeps the value that was shown. */
export function answerByName(frame: Frame, inputs: { readonly [name: string]: unknown }): readonly Callback[] {
  const answered: Callback[] = [...frame.pending.callbacks];
  const taken = new Set<number>();
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined) continue;
    const places = placesOf(frame, name).filter((place) => !taken.has(place));
    if (places.length === 0) throw new RunError(unknownInput(frame, name));
    for (const [place, part] of share(value as JsonValue, places)) {
      const callback = answered[place];
      if (!callback) continue;
      taken.add(place);
      answered[place] = answer(callback, part, name);
    }
  }
  return answered;
}

/** The names that a step's inputs can be given by, the most usual name for each. */
export function inputNames(frame: Frame): readonly string[] {
  const names = frame.pending.callbacks.flatMap((callback, place) =>
    callback.input ? [ownName(callback) ?? ownerOf(frame, place)] : [],
  );
  return [...new Set(names)];
}

/**
 * The indexes of the callbacks that a name means: by attribute or hidden value's id, else by inner node, else by
 * prompt.
 */
function placesOf(frame: Frame, name: string): readonly number[] {
  const { callbacks } = frame.pending;
  const open = [...callbacks.keys()].filter((place) => callbacks[place]?.input !== undefined);
  const tests: readonly ((place: number) => boolean)[] = [
    (place) => ownName(callbacks[place]) === name,
    (place) => ownerOf(frame, place) === name,
    (place) => promptOf(callbacks[place]) === name,
  ];
  for (const test of tests) {
    const found = open.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/** Shares out a value: a list answers several callbacks in their order, any other value answers the first. */
function share(value: JsonValue, places: readonly number[]): readonly (readonly [number, JsonValue])[] {
  if (!Array.isArray(value) || places.length === 1) return places.slice(0, 1).map((place) => [place, value] as const);
  return places.flatMap((place, index) => {
    const part: JsonValue | undefined = value[index];
    return part === undefined ? [] : [[place, part] as const];
  });
}

function answer(callback: Callback, value: JsonValue, name: string): Callback {
  const members = callback.input ?? [];
  if (isJsonObject(value) && members.length > 1) {
    for (const key of Object.keys(value)) {
      if (!members.some((member) => inputKey(member.name) === key)) {
        const known = members.map((member) => `"${inputKey(member.name)}"`).join(", ");
        throw new RunError(`Input "${name}" has no "${key}": it takes ${known}`);
      }
    }
    return withInputs(
      callback,
      members.map((member) => getOwn(value, inputKey(member.name))),
    );
  }
  return withInputs(callback, [choiceIndex(callback, value, name)]);
}

function inputKey(suffix: string): string {
  return suffix === "" ? "value" : suffix;
}

/** A choice or button may be given by its text; this finds its index. */
function choiceIndex(callback: Callback, value: JsonValue, name: string): JsonValue {
  const list = outputOf(callback, "choices") ?? outputOf(callback, "options");
  if (typeof value !== "string" || !Array.isArray(list) || /^\d+$/.test(value)) return value;
  const index = list.indexOf(value);
  if (index >= 0) return index;
  throw new RunError(
    `Input "${name}" has no choice "${value}": it offers ${list.map((text) => `"${text}"`).join(", ")}`,
  );
}

function ownName(callback: Callback | undefined): string | undefined {
  const name = callback && (outputOf(callback, "name") ?? outputOf(callback, "id"));
  return typeof name === "string" && name !== "" ? name : undefined;
}

function promptOf(callback: Callback | undefined): string | undefined {
  const prompt = callback && outputOf(callback, "prompt");
  return typeof prompt === "string" ? prompt : undefined;
}

function ownerOf(frame: Frame, place: number): string {
  const owner = frame.pending.owners?.[place];
  return (owner === undefined ? undefined : frame.node.children[owner]?.facts.name) ?? frame.node.facts.name;
}

function unknownInput(frame: Frame, name: string): string {
  const names = inputNames(frame);
  const known =
    names.length === 0 ? "it asks for nothing" : `it asks for ${names.map((each) => `"${each}"`).join(", ")}`;
  return `"${frame.node.facts.name}" has no input "${name}": ${known}`;
}
