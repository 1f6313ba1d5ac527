import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { joinFindings } from "../diagnostics/join-findings.js";
import { nearestName } from "../diagnostics/suggest.js";
import { type Misfit, misfitsOf } from "../json-schema/misfits.js";
import type { SchemaError } from "../json-schema/schema-error.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer, pointerSegments } from "../text/json-pointer.js";
import { memberOf, valueAt } from "../text/value-at.js";
import { settingCalled, severityCalled, targetCalled } from "./setting-words.js";
import type { Validator } from "./validators.js";

/** Finds the place of a value, or of its name, by pointer. */
export type PlaceOf = (pointer: string, part: "value" | "key") => Place;

/**
 * Reports what in a value does not fit its published schema: unknown names with the nearest known one, and wrong values.
 * `name` is what the whole value is called.
 */
export function checkSettings(value: Json, validate: Validator, name: string, placeOf: PlaceOf): readonly Diagnostic[] {
  if (validate(value)) return [];
  const misfits = misfitsOf(validate.errors ?? []);
  const misspelt = new Set(
    misfits.flatMap(({ error }) => (error.keyword === "additionalProperties" ? [error.instancePath] : [])),
  );
  // What an object lacks is most likely what stands there under an unknown name.
  const told = misfits.filter(({ error }) => error.keyword !== "required" || !misspelt.has(error.instancePath));
  const found = told.map((misfit) => diagnosticOf(misfit, value, name, placeOf));
  // Each member that an object lacks is an error of its own, and they all say the same.
  const sorted = [...new Map(found.map((each) => [each.message, each])).values()].sort(
    (left, right) => left.place.range.start - right.place.range.start,
  );
  return joinFindings(sorted, itemOf, (first, others) => ({
    ...first,
    related: [...first.related, ...others.map(({ place, help }) => ({ place, message: help ?? "Nor this" }))],
  }));
}

/** The list that a wrong item stands in: who writes one otherwise writes the others so. */
function itemOf({ message }: Diagnostic): string | undefined {
  return /^Setting "(.*)\[\d+\]" must be /.exec(message)?.[1];
}

function diagnosticOf({ error, alternatives }: Misfit, value: Json, name: string, placeOf: PlaceOf): Diagnostic {
  const { instancePath } = error;
  if (error.keyword === "additionalProperties") {
    const key = String(error.params.additionalProperty);
    const pointer = childPointer(instancePath, key);
    const known = Object.keys(schemaAt(error, "properties"));
    const given = isJsonObject(value) ? Object.keys(value) : [];
    const called = instancePath === "" && name === "configuration" ? settingCalled(key, given) : undefined;
    const inside = called === undefined ? undefined : memberOf(memberOf(value, key), called);
    const extras =
      inside === undefined
        ? helpWith(nearestName(key, known) ?? called)
        : { help: `Write "${called}" in the configuration itself, without "${key}" around it.` };
    return createDiagnostic(
      "unknown-setting",
      placeOf(pointer, "key"),
      { setting: nameOf(value, pointer, name) },
      extras,
    );
  }
  if (error.keyword === "required") {
    const args = { setting: nameOf(value, instancePath, name), expected: `an object with ${requiredOf(error)}` };
    return createDiagnostic("invalid-setting", placeOf(instancePath, "value"), args);
  }
  const refused = alternatives.length > 0 ? alternatives : [error];
  const expected = listed([...new Set(refused.map(describe))]);
  const found = valueAt(value, instancePath);
  const possible = refused.flatMap(wordsOf);
  const nearest =
    severityCalled(found, possible) ??
    targetCalled(found, possible) ??
    (typeof found === "string" ? nearestName(found, possible.map(String)) : undefined);
  const args = { setting: nameOf(value, instancePath, name), expected };
  const extras = nearest === undefined ? helpOnList(found, error) : helpWith(nearest);
  return createDiagnostic("invalid-setting", placeOf(instancePath, "value"), args, extras);
}

/** `["Login"]` for `{ "external": ["Login"] }`, where that is the only list of the object. */
function helpOnList(found: Json | undefined, error: SchemaError): { readonly help?: string } {
  const members = Object.entries(schemaAt(error, "properties"));
  const lists = members.filter(([, schema]) => isJsonObject(schema) && getOwn(schema, "type") === "array");
  const [only, second] = lists;
  if (!Array.isArray(found) || only === undefined || second !== undefined) return {};
  return { help: `Write \`{ "${only[0]}": ${JSON.stringify(found)} }\`.` };
}

function helpWith(nearest: string | undefined): { readonly help?: string } {
  return nearest === undefined ? {} : { help: `Did you mean "${nearest}"?` };
}

/** The schema that an error comes from in words, as it stands behind "must be". */
function describe(error: SchemaError): string {
  const words = wordsOf(error);
  if (words.length > 0) return listed(words.map((word) => JSON.stringify(word)));
  const schema = schemaOf(error);
  const type = getOwn(schema, "type");
  return Array.isArray(type) ? listed(type.map((each) => describeType(each, error))) : describeType(type, error);
}

function describeType(type: Json | undefined, error: SchemaError): string {
  const schema = schemaOf(error);
  switch (type) {
    case "null":
      return "null";
    case "string":
      return "a string";
    case "boolean":
      return "true or false";
    case "number":
      return "a number";
    case "integer":
      return `a whole number from ${getOwn(schema, "minimum")}`;
    case "array": {
      const items = schemaAt(error, "items");
      return getOwn(items, "type") === "string" && !Object.hasOwn(items, "enum") ? "a list of strings" : "a list";
    }
    case "object":
      return "an object";
    default:
      throw new Error(`No words for the schema ${JSON.stringify(schema)}`);
  }
}

function requiredOf(error: SchemaError): string {
  const members = getOwn(schemaOf(error), "required");
  return listed((Array.isArray(members) ? members : []).map((member) => `"${member}"`)).replace(" or ", " and ");
}

function wordsOf(error: SchemaError): readonly (string | number)[] {
  const words = getOwn(schemaOf(error), "enum");
  return Array.isArray(words) ? (words as readonly (string | number)[]) : [];
}

function schemaOf(error: SchemaError): JsonObject {
  return error.parentSchema as JsonObject;
}

function schemaAt(error: SchemaError, keyword: string): JsonObject {
  const member = getOwn(schemaOf(error), keyword);
  return member !== undefined && isJsonObject(member) ? member : {};
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

/** A setting as an author calls it: `targets[1]`, `environments.prod.realm`. */
function nameOf(value: Json, pointer: string, whole: string): string {
  const segments = pointerSegments(pointer);
  if (segments.length === 0) return whole;
  let name = "";
  let at: Json | undefined = value;
  for (const segment of segments) {
    if (Array.isArray(at)) name += `[${segment}]`;
    else name += name === "" ? segment : `.${segment}`;
    at = memberOf(at, segment);
  }
  return name;
}
