import type { ScriptNode } from "../script-tree.js";
import type { ScriptIndex } from "./script-index.js";
import type { ValueWrite } from "./state-use.js";
import { type ValueSource, valueSources } from "./value-sources.js";

/** A value that a script puts into node state, or a member of one: what it is made of. */
export interface StateValue {
  /** The key, and below it the names of the members that lead to the value. */
  readonly path: readonly string[];
  readonly isTransient: boolean;
  readonly sources: readonly ValueSource[];
  /** Whether it says nothing: a flag, a number, an empty text, `null`. */
  readonly isEmpty: boolean;
  /** Offset in the text that was parsed. */
  readonly at: number;
}

/** What a script puts into node state, with the members of objects that it writes out. */
export function stateValues(writes: readonly ValueWrite[], index: ScriptIndex): readonly StateValue[] {
  return writes.flatMap(({ key, isTransient, value, at }) => {
    return value === undefined ? [] : [...valuesOf(value, [key], { isTransient, at }, index)];
  });
}

function* valuesOf(
  node: ScriptNode,
  path: readonly string[],
  write: Pick<StateValue, "isTransient" | "at">,
  index: ScriptIndex,
): Iterable<StateValue> {
  const value = index.literals.onlyValueOf(node) ?? node;
  if (value.type !== "ObjectExpression") {
    yield { ...write, path, sources: valueSources(node, index), isEmpty: saysNothing(value) };
    return;
  }
  for (const property of value.properties) {
    if (property.type !== "Property" || property.computed || path.length > 8) continue;
    const { key } = property;
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
    if (name !== undefined) yield* valuesOf(property.value, [...path, name], write, index);
  }
}

function saysNothing(value: ScriptNode): boolean {
  if (value.type === "Literal") return typeof value.value !== "string" || value.value === "";
  if (value.type === "UnaryExpression") return true;
  return value.type === "Identifier" && value.name === "undefined";
}
