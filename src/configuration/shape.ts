import type { Json } from "../text/json.js";

/** What a setting may hold. Validation and the published JSON Schema are both made from it. */
export type Shape =
  | { readonly kind: "any"; readonly about: string }
  | { readonly kind: "text"; readonly about: string; readonly oneOf?: readonly string[] }
  | { readonly kind: "boolean"; readonly about: string }
  | { readonly kind: "number"; readonly about: string }
  | { readonly kind: "list"; readonly about: string; readonly items: Shape }
  | { readonly kind: "object"; readonly about: string; readonly members: Readonly<Record<string, Shape>> }
  /** Names that the author chooses. */
  | { readonly kind: "map"; readonly about: string; readonly values: Shape }
  | { readonly kind: "either"; readonly about: string; readonly shapes: readonly Shape[] };

/** A shape in words, as it stands behind "must be". */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case "any":
      return "a value";
    case "text":
      return shape.oneOf ? listed(shape.oneOf.map((value) => `"${value}"`)) : "a string";
    case "boolean":
      return "true or false";
    case "number":
      return "a number";
    case "list":
      return shape.items.kind === "text" && !shape.items.oneOf ? "a list of strings" : "a list";
    case "object":
    case "map":
      return "an object";
    case "either":
      return listed(shape.shapes.map(describeShape));
    default: {
      const impossible: never = shape;
      return impossible;
    }
  }
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

/** The JSON Schema (draft 2020-12) of a shape. */
export function shapeSchema(shape: Shape): Json {
  const description = shape.about;
  switch (shape.kind) {
    case "any":
      return { description };
    case "text":
      return { description, type: "string", ...(shape.oneOf ? { enum: shape.oneOf } : {}) };
    case "boolean":
      return { description, type: "boolean" };
    case "number":
      return { description, type: "number" };
    case "list":
      return { description, type: "array", items: shapeSchema(shape.items) };
    case "object": {
      const members = Object.entries(shape.members).map(([name, member]) => [name, shapeSchema(member)] as const);
      return { description, type: "object", properties: Object.fromEntries(members), additionalProperties: false };
    }
    case "map":
      return { description, type: "object", additionalProperties: shapeSchema(shape.values) };
    case "either":
      return { description, anyOf: shape.shapes.map(shapeSchema) };
    default: {
      const impossible: never = shape;
      return impossible;
    }
  }
}
