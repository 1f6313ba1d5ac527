import type { Misfit } from "./misfits.js";
import type { SchemaError } from "./schema-error.js";

/** Says what is wrong as the end of a sentence about the value: "must have at least 3 characters". */
export function tellMisfit({ error, alternatives }: Misfit): string {
  if (error.keyword !== "anyOf" && error.keyword !== "oneOf") return tellError(error);
  const kinds = alternatives.filter(({ keyword }) => keyword === "type" || keyword === "enum" || keyword === "const");
  if (kinds.length === 0 || kinds.length < alternatives.length) return tellChoice(error);
  return `must be ${[...new Set(kinds.map((kind) => tellError(kind).replace(/^must be /, "")))].join(" or ")}`;
}

function tellChoice({ keyword, params, parentSchema }: SchemaError): string {
  const schemas = (parentSchema as { readonly [keyword: string]: unknown } | undefined)?.[keyword];
  const count = Array.isArray(schemas) ? schemas.length : 0;
  if (Array.isArray(params.passingSchemas)) return "must have one of the forms that the schema allows, and has several";
  return count === 1
    ? "must have the form that the schema asks for"
    : `must have one of the ${count} forms that the schema allows`;
}

function tellError({ keyword, params }: SchemaError): string {
  const limit = Number(params.limit);
  switch (keyword) {
    case "type":
      return `must be ${[params.type].flat().map(kindOf).join(" or ")}`;
    case "enum":
      return `must be ${oneOf(params.allowedValues)}`;
    case "const":
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case "minimum":
      return `must be at least ${limit}`;
    case "maximum":
      return `must be at most ${limit}`;
    case "exclusiveMinimum":
      return `must be more than ${limit}`;
    case "exclusiveMaximum":
      return `must be less than ${limit}`;
    case "multipleOf":
      return `must be a multiple of ${params.multipleOf}`;
    case "minLength":
      return `must have at least ${counted(limit, "character", "characters")}`;
    case "maxLength":
      return `must have at most ${counted(limit, "character", "characters")}`;
    case "pattern":
      return `must match the pattern ${params.pattern}`;
    case "format":
      return `must be ${formats[String(params.format)] ?? `of the format "${params.format}"`}`;
    case "minItems":
      return `must have at least ${counted(limit, "entry", "entries")}`;
    case "maxItems":
    case "additionalItems":
    case "items":
    case "unevaluatedItems":
      return `must have at most ${counted(Number(params.limit ?? params.len), "entry", "entries")}`;
    case "uniqueItems":
      return "must not have the same entry twice";
    case "contains":
      return "lacks an entry that the schema asks for";
    case "minProperties":
      return `must have at least ${counted(limit, "member", "members")}`;
    case "maxProperties":
      return `must have at most ${counted(limit, "member", "members")}`;
    case "required":
      return `needs "${params.missingProperty}"`;
    case "dependencies":
    case "dependentRequired":
      return `needs "${params.missingProperty}" beside "${params.property}"`;
    case "additionalProperties":
      return `must not have "${params.additionalProperty}"`;
    case "unevaluatedProperties":
      return `must not have "${params.unevaluatedProperty}"`;
    case "propertyNames":
      return `must not have "${params.propertyName}"`;
    case "false schema":
      return "must not be there";
    case "not":
      return "must not be what the schema excludes";
    default:
      return `does not fit the schema (${keyword})`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function kindOf(type: unknown): string {
  return kinds[String(type)] ?? String(type);
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "a date with time (2026-01-31T12:00:00Z)",
  date: "a date (2026-01-31)",
  time: "a time (12:00:00Z)",
  duration: "a duration (P1DT12H)",
  email: "an e-mail address",
  hostname: "the name of a host",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  uri: "a URI",
  url: "a URL",
  uuid: "a UUID",
  regex: "a regular expression",
};

function oneOf(values: unknown): string {
  const words = Array.isArray(values) ? values.map((value) => JSON.stringify(value)) : [];
  return words.length === 1 ? words.join("") : `one of ${words.join(", ")}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
