import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { getOwn, isJsonObject, type Json } from "../text/json.js";
import { childPointer } from "../text/json-source.js";
import { describeShape, type Shape } from "./shape.js";

/** Finds the place of a value, or of its name, by pointer. */
export type PlaceOf = (pointer: string, part: "value" | "key") => Place;

interface Pending {
  readonly name: string;
  readonly pointer: string;
  readonly value: Json;
  readonly shape: Shape;
}

/** Reports what in a value does not fit its shape: unknown names with the nearest known one, and wrong values. */
export function validateShape(value: Json, shape: Shape, name: string, placeOf: PlaceOf): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const pending: Pending[] = [{ name, pointer: "", value, shape }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const problem = look(next, pending, placeOf);
    diagnostics.push(...problem);
  }
  return diagnostics.sort((left, right) => left.place.range.start - right.place.range.start);
}

function look(at: Pending, pending: Pending[], placeOf: PlaceOf): readonly Diagnostic[] {
  const shape = at.shape.kind === "either" ? chooseShape(at.value, at.shape.shapes) : at.shape;
  if (!shape || !hasKind(at.value, shape)) {
    const args = { setting: at.name, expected: describeShape(at.shape) };
    return [createDiagnostic("invalid-setting", placeOf(at.pointer, "value"), args, nearestValue(at))];
  }
  if (shape.kind === "list") {
    for (const [index, value] of (at.value as readonly Json[]).entries()) {
      pending.push({
        name: `${at.name}[${index}]`,
        pointer: childPointer(at.pointer, index),
        value,
        shape: shape.items,
      });
    }
    return [];
  }
  if (!isJsonObject(at.value) || (shape.kind !== "object" && shape.kind !== "map")) return [];
  const unknown: Diagnostic[] = [];
  for (const key of Object.keys(at.value)) {
    const pointer = childPointer(at.pointer, key);
    const name = at.pointer === "" ? key : `${at.name}.${key}`;
    const member = memberShape(shape, key);
    if (member) pending.push({ name, pointer, value: getOwn(at.value, key) ?? null, shape: member });
    else if (shape.kind === "object") unknown.push(unknownSetting(name, key, shape.members, placeOf(pointer, "key")));
  }
  return unknown;
}

function memberShape(shape: Shape & { readonly kind: "object" | "map" }, key: string): Shape | undefined {
  if (shape.kind === "map") return shape.values;
  return Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
}

function unknownSetting(name: string, key: string, members: Readonly<Record<string, Shape>>, place: Place): Diagnostic {
  const nearest = nearestName(key, Object.keys(members));
  if (nearest === undefined) return createDiagnostic("unknown-setting", place, { setting: name });
  return createDiagnostic("unknown-setting", place, { setting: name }, { help: `Did you mean "${nearest}"?` });
}

function nearestValue({ value, shape }: Pending): { help?: string } {
  if (shape.kind !== "text" || !shape.oneOf || typeof value !== "string") return {};
  const nearest = nearestName(value, shape.oneOf);
  return nearest === undefined ? {} : { help: `Did you mean "${nearest}"?` };
}

function chooseShape(value: Json, shapes: readonly Shape[]): Shape | undefined {
  return shapes.find((shape) => hasKind(value, shape));
}

function hasKind(value: Json, shape: Shape): boolean {
  switch (shape.kind) {
    case "any":
      return true;
    case "text":
      return typeof value === "string" && (!shape.oneOf || shape.oneOf.includes(value));
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "list":
      return Array.isArray(value);
    case "object":
    case "map":
      return isJsonObject(value);
    case "either":
      return shape.shapes.some((option) => hasKind(value, option));
    default: {
      const impossible: never = shape;
      return impossible;
    }
  }
}
