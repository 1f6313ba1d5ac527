import { getOwn, isJsonObject } from "../../text/json.js";
import { type Callback, outputOf } from "../callbacks/callback.js";
import { withInputs } from "../callbacks/wire.js";
import type { JsonValue } from "../machine.js";
import { RunError } from "../run.js";
import type { Pending } from "./frame.js";

/** A node that has asked, as far as its questions have names; a frame is one. */
export interface AskingNode {
  readonly pending: Pending;
  readonly node: NamedNode & { readonly children: readonly NamedNode[] };
  /** Set where the node's name means nothing to whoever answers, who is told prompts instead. */
  readonly isNameless?: boolean;
}

interface NamedNode {
  readonly facts: { readonly name: string };
}

/** Fills in callbacks by name. An input that is not named keeps the value that was shown. */
export function answerByName(asking: AskingNode, inputs: { readonly [name: string]: unknown }): readonly Callback[] {
  const answered: Callback[] = [...asking.pending.callbacks];
  const taken = new Set<number>();
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined) continue;
    const places = placesOf(asking, name).filter((place) => !taken.has(place));
    if (places.length === 0) throw new RunError(unknownInput(asking, name));
    for (const [place, part] of share(value as JsonValue, places)) {
      const callback = answered[place];
      if (!callback) continue;
      taken.add(place);
      answered[place] = answer(callback, part, name);
    }
  }
  return answered;
}

/** The names that a step's inputs can be given by, the most usual name for each callback that has an input. */
export function inputNames(asking: AskingNode): readonly string[] {
  return asking.pending.callbacks.flatMap((callback, place) =>
    callback.input ? [ownName(callback) ?? promptOrType(callback, asking) ?? ownerOf(asking, place)] : [],
  );
}

/**
 * The indexes of the callbacks that a name means: by attribute or hidden value's id, else by inner node, else by
 * prompt, else by type.
 */
function placesOf(asking: AskingNode, name: string): readonly number[] {
  const { callbacks } = asking.pending;
  const open = [...callbacks.keys()].filter((place) => callbacks[place]?.input !== undefined);
  const tests: readonly ((place: number) => boolean)[] = [
    (place) => ownName(callbacks[place]) === name,
    (place) => ownerOf(asking, place) === name,
    (place) => promptOf(callbacks[place]) === name,
    (place) => callbacks[place]?.type === name,
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

function answer(callback: Callback, given: JsonValue, name: string): Callback {
  const members = callback.input ?? [];
  const [only, second] = Array.isArray(given) && members.length > 1 ? given : [];
  const value = only !== undefined && second === undefined ? only : given;
  const isOfParts =
    members.length > 1 && members.every((member) => member.name !== "" && member.name !== "validateOnly");
  if (isOfParts && !isJsonObject(value)) {
    const keys = members.map((member) => `${inputKey(member.name)}: …`).join(", ");
    throw new RunError(
      Array.isArray(value)
        ? `Input "${name}" is asked for once, and gets ${value.length} answers`
        : `Input "${name}" takes { ${keys} }`,
    );
  }
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
  if (typeof value !== "string" || !Array.isArray(list)) return value;
  const index = list.indexOf(value);
  if (index >= 0) return index;
  if (/^\d+$/.test(value)) return value;
  throw new RunError(
    `Input "${name}" has no choice "${value}": it offers ${list.map((text) => `"${text}"`).join(", ")}`,
  );
}

function ownName(callback: Callback | undefined): string | undefined {
  const name = callback && (outputOf(callback, "name") ?? outputOf(callback, "id"));
  return typeof name === "string" && name !== "" ? name : undefined;
}

function promptOrType(callback: Callback, { isNameless }: AskingNode): string | undefined {
  return isNameless === true ? promptOf(callback) || callback.type : undefined;
}

function promptOf(callback: Callback | undefined): string | undefined {
  const prompt = callback && outputOf(callback, "prompt");
  return typeof prompt === "string" ? prompt : undefined;
}

function ownerOf(asking: AskingNode, place: number): string {
  const owner = asking.pending.owners?.[place];
  return (owner === undefined ? undefined : asking.node.children[owner]?.facts.name) ?? asking.node.facts.name;
}

function unknownInput(asking: AskingNode, name: string): string {
  const names = [...new Set(inputNames(asking))];
  const known =
    names.length === 0 ? "it asks for nothing" : `it asks for ${names.map((each) => `"${each}"`).join(", ")}`;
  return `"${asking.node.facts.name}" has no input "${name}": ${known}`;
}
