import type { JsonValue } from "../machine.js";
import type { Callback, CallbackMember, WireCallback } from "./callback.js";
import { callbackTypes } from "./callback-types.js";
import type { InputShape } from "./define-callback.js";

/**
 * Writes callbacks as the endpoint sends them: inputs are numbered by their callback's place, from 1. A page's
 * callbacks have ids.
 */
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

/** The reason why an answer is refused; the endpoint sends it with status 400. */
export interface WireProblem {
  readonly message: string;
}

/**
 * Reads the answers out of a client's callbacks. As on the platform, the position and type of a callback decide, and
 * the name of a single input is ignored. Several inputs of one callback are told apart by their suffix, or else by
 * their order.
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

/** The callback with its answer filled in. Outputs that repeat the answer change with it. */
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

/** `null` counts as an answer: an empty number is `null`. */
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
  // Two app integrity callbacks share one type name but not their inputs. Neither has a secret or a mirrored input, so
  // no shape is needed.
  return shapes?.length === callback.input?.length ? shapes : undefined;
}
