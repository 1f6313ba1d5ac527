import type { Json, JsonObject } from "../text/json.js";
import type { NodeProperty } from "./node-type.js";

/** What is wrong with a value, as data; `problem-diagnostic.ts` says it in words. */
export type ValueProblem =
  | { readonly kind: "type"; readonly expected: NodeProperty["type"]; readonly unit?: string }
  /** A text that does not hold what it should; `expected` says what, and `meant` what it may mean: several texts where it holds more than one. */
  | {
      readonly kind: "form";
      readonly expected: string;
      readonly example?: string;
      readonly meant?: string | readonly string[] | undefined;
    }
  | { readonly kind: "enum"; readonly allowed: readonly Json[] }
  | { readonly kind: "minimum"; readonly limit: number }
  | { readonly kind: "maximum"; readonly limit: number }
  | { readonly kind: "exclusiveMinimum"; readonly limit: number }
  | { readonly kind: "empty" }
  /** A map whose names stand where its values belong; `meant` is the map turned round. */
  | { readonly kind: "turned"; readonly meant: JsonObject }
  /** What only a JSON Schema says; `problem` continues a sentence about the value. */
  | { readonly kind: "schema"; readonly problem: string };

/** A problem with (part of) the value of one property. */
export interface PropertyProblem {
  /** Empty for a problem of the properties together. */
  readonly property: string;
  /** RFC 6901, relative to the property's value; "" is the value itself. */
  readonly pointer: string;
  /** The value at the pointer. */
  readonly found: Json;
  readonly problem: ValueProblem;
}
