import type { JsonValue } from "../machine.js";
import type { Callback, CallbackMember } from "./callback.js";

/** The form of a callback type on the wire: its members in order. */
export interface CallbackShape {
  readonly type: string;
  readonly wireType?: string;
  readonly outputs: readonly OutputShape[];
  /** `undefined` when the callback takes no answer. */
  readonly inputs?: readonly InputShape[];
}

export interface OutputShape {
  readonly name: string;
  /** `undefined` when the sender must give the value; a text that the sender leaves out is then empty. */
  readonly byDefault?: JsonValue;
  /** Left out of the callback unless the sender gives a value. */
  readonly optional?: true;
}

export interface InputShape {
  /** The part of the input's name after `IDToken1`. */
  readonly suffix: string;
  readonly byDefault: JsonValue;
  /** Never sent back to the client: the input is empty whenever the callback is sent. */
  readonly secret?: true;
  /** The output that gives the input its first value, and that shows the answer when the callback is sent again. */
  readonly mirrors?: string;
  /** The output that gives the input its first value. */
  readonly startsAs?: string;
}

/** Output values by name. For inputs, first values by suffix. */
export type CallbackValues = { readonly [output: string]: JsonValue | undefined };

/** Makes callbacks of one type from the values of its outputs and inputs. */
export interface CallbackType {
  (values?: CallbackValues, input?: CallbackValues): Callback;
  readonly shape: CallbackShape;
}

/** Declares a callback type. Each type has its own file, and `callback-types.ts` lists them. */
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
