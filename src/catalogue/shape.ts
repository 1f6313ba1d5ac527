import type { ReportProblem } from "../json-schema/report-problem.js";
import { isJsonObject, type Json } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";

/** Checks one value of a description; reports what does not fit. */
export type ValueCheck = (value: Json, pointer: string, report: ReportProblem) => void;

export const text: ValueCheck = (value, pointer, report) => {
  if (typeof value !== "string") report(pointer, "must be a text");
};

export const flag: ValueCheck = (value, pointer, report) => {
  if (typeof value !== "boolean") report(pointer, "must be true or false");
};

export const amount: ValueCheck = (value, pointer, report) => {
  if (typeof value !== "number") report(pointer, "must be a number");
};

export const anything: ValueCheck = () => {};

/** One of a few words. */
export function word(...allowed: readonly string[]): ValueCheck {
  return (value, pointer, report) => {
    if (typeof value !== "string" || !allowed.includes(value)) report(pointer, `must be one of ${allowed.join(", ")}`);
  };
}

/** A list whose entries all have one shape. */
export function listOf(entry: ValueCheck): ValueCheck {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) report(pointer, "must be a list");
    else for (const [index, item] of value.entries()) entry(item as Json, childPointer(pointer, index), report);
  };
}

/** An object with free keys whose values all have one shape. */
export function mapOf(member: ValueCheck): ValueCheck {
  return (value, pointer, report) => {
    if (!isJsonObject(value)) report(pointer, "must be an object");
    else for (const [key, item] of Object.entries(value)) member(item, childPointer(pointer, key), report);
  };
}

/** An object with fixed members; those of `required` must be there. */
export function record(
  required: Readonly<Record<string, ValueCheck>>,
  optional: Readonly<Record<string, ValueCheck>> = {},
): ValueCheck {
  let shapes: ReadonlyMap<string, ValueCheck> | undefined;
  return (value, pointer, report) => {
    if (!isJsonObject(value)) {
      report(pointer, "must be an object");
      return;
    }
    shapes ??= new Map([...Object.entries(required), ...Object.entries(optional)]);
    for (const name of Object.keys(required)) if (!Object.hasOwn(value, name)) report(pointer, `needs "${name}"`);
    for (const [key, item] of Object.entries(value)) {
      const shape = shapes.get(key);
      const place = childPointer(pointer, key);
      if (shape) shape(item, place, report);
      else report(place, "is not known here");
    }
  };
}

/** Chooses the shape by the member that an object has. */
export function byMember(shapes: Readonly<Record<string, ValueCheck>>): ValueCheck {
  const names = Object.keys(shapes);
  return (value, pointer, report) => {
    const name = isJsonObject(value) ? names.find((candidate) => Object.hasOwn(value, candidate)) : undefined;
    const shape = name === undefined ? undefined : shapes[name];
    if (shape) shape(value, pointer, report);
    else report(pointer, `must be an object with ${names.map((candidate) => `"${candidate}"`).join(" or ")}`);
  };
}
