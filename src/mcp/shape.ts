import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";

/** What a value of a tool must be: a JSON Schema for the client, and a check of the same for us. `Value` is its type. */
export interface Shape<Value> {
  readonly schema: JsonObject;
  readonly isOptional?: true;
  /** The first thing that is wrong, with the JSON pointer of its place; `undefined` where all is right. */
  check(value: unknown, pointer: string): string | undefined;
  /** Only for its type. */
  readonly value?: Value;
}

export type Fields = Readonly<Record<string, Shape<unknown>>>;

type ValueOf<S> = S extends Shape<infer Value> ? Value : never;
type OptionalNames<F extends Fields> = {
  [Name in keyof F]: F[Name] extends { isOptional: true } ? Name : never;
}[keyof F];

/** The values of an object with these members. */
export type ValuesOf<F extends Fields> = {
  readonly [Name in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[Name]>;
} & { readonly [Name in OptionalNames<F>]?: ValueOf<F[Name]> | undefined };

/** A description where the name does not say enough: an assistant reads all of them before it begins. */
function described(description: string | undefined): JsonObject {
  return description === undefined ? {} : { description };
}

function wrong(pointer: string, wanted: string): string {
  return `${pointer === "" ? "The input" : pointer} must be ${wanted}`;
}

function shape<Value>(schema: JsonObject, wanted: string, isRight: (value: unknown) => boolean): Shape<Value> {
  return { schema, check: (value, pointer) => (isRight(value) ? undefined : wrong(pointer, wanted)) };
}

export function textField(description?: string): Shape<string> {
  return shape({ type: "string", ...described(description) }, "a text", (value) => typeof value === "string");
}

export function flagField(description?: string): Shape<boolean> {
  return shape({ type: "boolean", ...described(description) }, "true or false", (value) => typeof value === "boolean");
}

export function wholeField(description?: string): Shape<number> {
  return shape(
    { type: "integer", minimum: 0, ...described(description) },
    "a whole number, 0 or more",
    (value) => Number.isInteger(value) && (value as number) >= 0,
  );
}

export function choiceField<const Word extends string>(words: readonly Word[], description: string): Shape<Word> {
  return shape({ type: "string", enum: [...words], description }, `one of ${words.join(", ")}`, (value) =>
    (words as readonly unknown[]).includes(value),
  );
}

/** A JSON object whose members are told elsewhere. */
export function objectField(description: string): Shape<JsonObject> {
  return shape({ type: "object", description }, "a JSON object", (value) => isJsonObject(value as Json));
}

export function valueField(description: string): Shape<Json> {
  return shape({ description }, "a value", () => true);
}

export function listField<Value>(item: Shape<Value>, description: string): Shape<readonly Value[]> {
  return {
    schema: { type: "array", items: item.schema, description },
    check(value, pointer) {
      if (!Array.isArray(value)) return wrong(pointer, "a list");
      for (const [index, each] of value.entries()) {
        const problem = item.check(each, `${pointer}/${index}`);
        if (problem !== undefined) return problem;
      }
      return undefined;
    },
  };
}

export function optional<Value>(inner: Shape<Value>): Shape<Value> & { readonly isOptional: true } {
  return { ...inner, isOptional: true };
}

/** An object with these members and no others. */
export function objectOf<const F extends Fields>(fields: F, description?: string): Shape<ValuesOf<F>> {
  const required = Object.keys(fields).filter((name) => fields[name]?.isOptional !== true);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
      ...described(description),
    },
    check(value, pointer) {
      if (!isJsonObject(value as Json)) return wrong(pointer, "an object");
      const object = value as JsonObject;
      const unknown = Object.keys(object).find((name) => !Object.hasOwn(fields, name));
      if (unknown !== undefined)
        return `There is no ${childPointer(pointer, unknown)}: ${Object.keys(fields).join(", ") || "nothing is taken"}`;
      for (const [name, field] of Object.entries(fields)) {
        const member = getOwn(object, name);
        if (member === undefined) {
          if (field.isOptional !== true) return `${childPointer(pointer, name)} is missing`;
          continue;
        }
        const problem = field.check(member, childPointer(pointer, name));
        if (problem !== undefined) return problem;
      }
      return undefined;
    },
  };
}
