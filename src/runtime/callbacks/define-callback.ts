import type { JsonValue } from "../machine.js";
import type { Callback, CallbackMember } from "./callback.js";

/** How a callback type looks on the wire, member by member in order. */
export interface CallbackShape {
  readonly type: string;
  readonly wireType?: string;
  readonly outputs: readonly OutputShape[];
  /** `undefined`: read-only. */
  readonly inputs?: readonly InputShape[];
}

export interface OutputShape {
  readonly name: string;
  /** `undefined`: whoever sends it must say it; text that nobody says is empty. */
  readonly byDefault?: JsonValue;
  /** Left out unless given. */
  readonly optional?: true;
}

export interface InputShape {
  /** What follows `IDToken1`. */
  readonly suffix: string;
  readonly byDefault: JsonValue;
  /** Never sent back to the client. */
  readonly secret?: true;
  /** The output that the input begins with, and that shows the answer when the callback is sent again. */
  readonly mirrors?: string;
  /** The output that the input begins with, and no more than that. */
  readonly startsAs?: string;
}

/** Values by name: outputs, and under `input` what inputs begin with. */
export type CallbackValues = { readonly [output: string]: JsonValue | undefined };

/** Makes callbacks of one type. */
export interface CallbackType {
  (values?: CallbackValues, input?: CallbackValues): Callback;
  readonly shape: CallbackShape;
}

/** Declares a callback type; each is a file of its own, and `callback-types.ts` lists them. */
export function defineCallback(shape: CallbackShape): CallbackType {
  const make = (values: CallbackValues = {}, input: CallbackValues = {}): Callback => {
    const output = shape.outputs.flatMap((member) => outputMember(member, values));
    const answers = shape.inputs?.map((member) => inputMember(member, output, input));
    return {
      type: shape.type,
      output,
      input: answers,
      ...(shape.wireType !== undefined && { wireType: shape.wireType }),
    };
  };
  return Object.assign(make, { shape });
}

function outputMember({ name, byDefault, optional }: OutputShape, values: CallbackValues): readonly CallbackMember[] {
  const given = Object.hasOwn(values, name) ? values[name] : undefined;
  if (given === undefined && optional) return [];
  return [{ name, value: given ?? (byDefault === undefined ? "" : byDefault) }];
}

function inputMember(shape: InputShape, output: readonly CallbackMember[], input: CallbackValues): CallbackMember {
  const given = Object.hasOwn(input, shape.suffix) ? input[shape.suffix] : undefined;
  const source = shape.mirrors ?? shape.startsAs;
  const shown = source === undefined ? undefined : output.find((member) => member.name === source)?.value;
  return { name: shape.suffix, value: given ?? shown ?? shape.byDefault };
}
