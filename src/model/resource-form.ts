import { quote } from "../diagnostics/define-codes.js";
import { nearestName } from "../diagnostics/suggest.js";
import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { jsonInText } from "../text/parse-json-text.js";
import type { ResourceKind } from "./model.js";

/** What is wrong with a field of a resource. */
export interface ResourceFault {
  readonly pointer: string;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly help: string;
}

/** What of the form of a resource is certainly wrong: the platform would refuse it, or read something else. */
export function resourceFaults(kind: ResourceKind, content: Json): readonly ResourceFault[] {
  if (!isJsonObject(content)) return [];
  switch (kind) {
    case "variable":
      return variableFaults(content);
    case "emailTemplate":
      return fieldFaults(content, (field) => templateFields[field]);
    case "theme":
      return fieldFaults(content, kindOfThemeField);
    default:
      return [];
  }
}

type FieldKind = "text" | "truth" | "texts" | "list";

const templateFields: { readonly [field: string]: FieldKind | undefined } = {
  enabled: "truth",
  from: "text",
  defaultLocale: "text",
  mimeType: "text",
  styles: "text",
  displayName: "text",
  subject: "texts",
  message: "texts",
  html: "texts",
};

function kindOfThemeField(field: string): FieldKind | undefined {
  if (field === "linkedTrees") return "list";
  if (field === "isDefault" || field.endsWith("Enabled")) return "truth";
  return field.endsWith("Color") ? "text" : undefined;
}

const kinds: { readonly [Kind in FieldKind]: { readonly expected: string; readonly holds: (value: Json) => boolean } } =
  {
    text: { expected: "a text", holds: (value) => typeof value === "string" },
    truth: { expected: "true or false", holds: (value) => typeof value === "boolean" },
    texts: { expected: "an object with a text for each locale", holds: isJsonObject },
    list: { expected: "a list of the names of journeys", holds: Array.isArray },
  };

function fieldFaults(content: JsonObject, kindOf: (field: string) => FieldKind | undefined): readonly ResourceFault[] {
  return Object.entries(content).flatMap(([field, value]) => {
    const kind = kindOf(field);
    if (kind === undefined || value === null || kinds[kind].holds(value)) return [];
    const { expected } = kinds[kind];
    const found = inWords(value);
    return [{ pointer: childPointer("", field), field, expected, found, help: helpOn(kind, value, content) }];
  });
}

function helpOn(kind: FieldKind, value: Json, { defaultLocale }: JsonObject): string {
  const written = typeof value === "string" ? value : String(value);
  if (kind === "truth" && /^(?:true|false)$/i.test(written))
    return `Write \`${written.toLowerCase()}\` without quotes.`;
  if (kind === "texts" && typeof value === "string") {
    const locale = typeof defaultLocale === "string" ? defaultLocale : "en";
    return `Write the locale before the text: \`{ ${JSON.stringify(locale)}: "…" }\`.`;
  }
  if (kind === "list" && typeof value === "string") return `Write \`[${JSON.stringify(value)}]\`.`;
  if (kind === "text" && typeof value === "number") return `Write \`"${value}"\`.`;
  return "Write a value of that kind.";
}

function inWords(value: Json): string {
  if (typeof value === "string") return `the text ${quote(value)}`;
  if (Array.isArray(value)) return "a list";
  return isJsonObject(value) ? "an object" : String(value);
}

/** What a variable may be, and what its text must be like. */
const expressionTypes: {
  readonly [type: string]: { readonly text: string; readonly holds: (text: string) => boolean };
} = {
  array: { text: "a list of JSON", holds: (text) => Array.isArray(jsonInText(text)) },
  base64encodedinlined: { text: "a text", holds: () => true },
  bool: { text: "`true` or `false`", holds: (text) => /^(?:true|false)$/i.test(text.trim()) },
  int: { text: "a whole number", holds: (text) => /^[+-]?\d+$/.test(text.trim()) },
  keyvaluelist: { text: "pairs such as `name=value`", holds: (text) => text.trim() === "" || text.includes("=") },
  list: { text: "a text", holds: () => true },
  number: { text: "a number", holds: (text) => text.trim() !== "" && Number.isFinite(Number(text)) },
  object: { text: "an object of JSON", holds: (text) => isJsonObject(jsonInText(text) ?? null) },
  string: { text: "a text", holds: () => true },
};

/** How others call the types of variables. */
const otherTypes: { readonly [word: string]: string } = {
  boolean: "bool",
  integer: "int",
  long: "int",
  text: "string",
  str: "string",
  json: "object",
  map: "object",
  float: "number",
  double: "number",
  keyvalue: "keyvaluelist",
};

function variableFaults({ expressionType: type, valueBase64: value }: JsonObject): readonly ResourceFault[] {
  const names = Object.keys(expressionTypes);
  if (typeof type === "string" && !names.includes(type)) {
    const meant = otherTypes[type.toLowerCase()] ?? nearestName(type, names);
    const help = meant === undefined ? `The types are ${names.join(", ")}.` : `Write \`"${meant}"\`.`;
    const expected = "a type of variables";
    return [{ pointer: "/expressionType", field: "expressionType", expected, found: inWords(type), help }];
  }
  // Another tool may fill in the value.
  if (value === undefined || value === null || (typeof value === "string" && /[$&]\{|\{\{|@@|<%/.test(value)))
    return [];
  const fault = (expected: string, help: string): readonly ResourceFault[] => [
    { pointer: "/valueBase64", field: "valueBase64", expected, found: inWords(value), help },
  ];
  const ofType = typeof type === "string" ? expressionTypes[type] : undefined;
  const plain = typeof value === "string" ? value : JSON.stringify(value);
  const encoded = `Write ${JSON.stringify(inBase64(plain))}, which is ${quote(plain)} in base64.`;
  if (typeof value !== "string") return fault("a text in base64", encoded);
  const text = decoded(value);
  if (text === undefined) {
    const padded = /^[A-Za-z\d+/]+$/.test(value) ? value.padEnd(Math.ceil(value.length / 4) * 4, "=") : value;
    const whole = padded === value || value.length % 4 === 1 ? undefined : decoded(padded);
    // Without the characters that fill it up, a text is mostly base64 already.
    const isCut = whole !== undefined && ofType?.holds(whole) !== false && /^[\x20-\x7e]+$/.test(whole);
    return fault("a text in base64", isCut ? `Write ${JSON.stringify(padded)}: base64 comes in fours.` : encoded);
  }
  if (ofType === undefined || ofType.holds(text)) return [];
  const what = `${ofType.text} in base64, as \`expressionType\` is ${quote(String(type))}`;
  const isPlain = ofType.holds(plain);
  const help = isPlain ? encoded : `It is ${quote(text)} in base64: write another value, or the type that it is of.`;
  return fault(what, help);
}

/** The text in base64; `undefined` where it is none. */
function decoded(value: string): string | undefined {
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(value)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function inBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text.slice(0, 2000))));
}
