import { checkValue } from "../catalogue/check-value.js";
import type { NodeProperty } from "../catalogue/node-type.js";
import { wrappedPlaceholder } from "../catalogue/placeholder.js";
import { type Json, type JsonObject, setOwn } from "../text/json.js";
import { pointerSegments } from "../text/json-pointer.js";

/** What is known of the values that a property takes. Pointers lead into the property's value. */
export interface ExpectedValue {
  /** The values to choose from; none where there are too many to tell. */
  readonly choices: readonly Json[];
  fits(value: Json, pointer: string): boolean;
  /** What the admin console shows for a value, where that is another word. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Whether the value is the name of a journey. */
  readonly isJourney?: boolean;
  /** Whether it is a text with JSON in it. */
  readonly isJsonText?: boolean;
  /** Whether it is a text with a duration. */
  readonly isDuration?: boolean;
  /** What a number counts, where that is known. */
  readonly unit?: string | undefined;
  /** Whether it is an object with free keys and texts. */
  readonly isMap?: boolean;
  /** Whether its texts are keys of node state. */
  readonly isKeptInState?: boolean;
  /** The greatest number that is taken. */
  readonly maximum?: number | undefined;
  /** The form in which it takes a placeholder that is given as a text, where that is another one. */
  wrapped?(value: Json): JsonObject | undefined;
  /** Whether it is a text by locale. */
  readonly isLocalised?: boolean;
}

/** What a node's property takes, by the catalogue or a tenant's own description. */
export function expectedBy(property: NodeProperty): ExpectedValue {
  return {
    choices: property.type === "boolean" ? [true, false] : (property.enum ?? []),
    labels: property.labels,
    isLocalised: property.localized === true,
    unit: property.unit,
    isDuration: property.format === "duration text",
    isMap: property.map === "string" && property.localized !== true,
    isKeptInState: property.map === "string" && property.ofRequest !== undefined,
    maximum: property.maximum,
    // The stage of a page holds the theme and the texts of its buttons; the body of a request is mostly JSON.
    isJsonText: property.type === "string" && /^(?:stage|payload|body)$|Json$/.test(property.name),
    wrapped: (value) => wrappedPlaceholder(property, value),
    isJourney: property.reference?.kind === "tree",
    fits: (value, pointer) => !property.bySchema && checkValue(property, at(value, pointer)).length === 0,
  };
}

/** A value that has the given one at a pointer, and nothing else. */
function at(value: Json, pointer: string): Json {
  let whole = value;
  for (const segment of pointerSegments(pointer).toReversed()) {
    if (/^\d+$/.test(segment)) {
      whole = [whole];
    } else {
      const object: JsonObject = {};
      setOwn(object, segment, whole);
      whole = object;
    }
  }
  return whole;
}
