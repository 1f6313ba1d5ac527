import type { JsonValue } from "../machine.js";
import type { Callback, CallbackMember, WireCallback } from "./callback.js";
import { callbackTypes } from "./callback-types.js";
import type { InputShape } from "./define-callback.js";

/** Writes callbacks as the endpoint does: inputs are numbered from 1 by the callback's place; pages give ids too. */
export function toWire(callbacks: readonly Callback[], ids?: readonly number[]): readonly WireCallback[] {
  return callbacks.map((callback, index) => {
    const shapes = inputShapes(callback);
    const input = callback.input?.map(({ name, value }, place) => ({
      name: `IDToken${index + 1}${name}`,
      value: shapes?.[place]?.secret ? "" : value,
    }));
    const id = ids?.[index];
    return {
      type: callback.wireType ?? callback.type,
      output: callback.output,
      ...(input && { input }),
      ...(id !== undefined && { _id: id }),
    };
  });
}

/** Why an answer was not taken; the endpoint says it with status 400. */
export interface WireProblem {
  readonly message: string;
}

/**
 * Takes the answers out of a client's callbacks. The platform goes by position and type and does not read the names of
 * single inputs; several inputs of one callback are told apart by their suffix, or else by their order.
 */
export function fromWire(
  asked: readonly Callback[],
  answers: readonly WireCallback[],
): readonly Callback[] | WireProblem {
  if (answers.length !== asked.length) return { message: "Incorrect number of callbacks found in JSON response" };
  const answered: Callback[] = [];
  for (const [index, callback] of asked.entries()) {
    const answer = answers[index];
    if (answer?.type !== (callback.wireType ?? callback.type)) {
      return { message: "Required callback not found in JSON response" };
    }
    if (!callback.input) {
      answered.push(callback);
      continue;
    }
    const given = Array.isArray(answer.input) ? answer.input : [];
    if (callback.input.length === 1 && given.length !== 1) {
      return { message: "JSON Callback does not include a input field" };
    }
    answered.push(withInputs(callback, valuesOf(callback.input, given)));
  }
  return answered;
}

/** The callback as answered. Outputs that show the answer change with it. */
export function withInputs(callback: Callback, values: readonly (JsonValue | undefined)[]): Callback {
  const input = callback.input?.map((member, index) => ({ ...member, value: orElse(values[index], member.value) }));
  const shown = new Map<string, JsonValue>();
  for (const [index, shape] of (inputShapes(callback) ?? []).entries()) {
    const value = input?.[index]?.value;
    if (shape.mirrors !== undefined && value !== undefined) shown.set(shape.mirrors, value);
  }
  if (shown.size === 0) return { ...callback, input };
  return {
    ...callback,
    input,
    output: callback.output.map(({ name, value }) => ({ name, value: orElse(shown.get(name), value) })),
  };
}

/** `null` is an answer. */
function orElse(value: JsonValue | undefined, other: JsonValue): JsonValue {
  return value === undefined ? other : value;
}

function valuesOf(
  asked: readonly CallbackMember[],
  given: readonly CallbackMember[],
): readonly (JsonValue | undefined)[] {
  return asked.map(({ name }, index) => {
    if (asked.length === 1) return given[0]?.value;
    const named = given.find((member) => String(member.name).replace(/^IDToken\d+/, "") === name);
    return (named ?? given[index])?.value;
  });
}

function inputShapes(callback: Callback): readonly InputShape[] | undefined {
  const shapes = callbackTypes.get(callback.type)?.shape.inputs;
  // App integrity has one type name for two shapes, and neither has anything to hide or to mirror.
  return shapes?.length === callback.input?.length ? shapes : undefined;
}
