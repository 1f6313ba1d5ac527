import type { JsonObject } from "../text/json.js";

/** Where a journey was read from. */
export type Origin = TextOrigin | JsonOrigin;

export interface TextOrigin {
  readonly kind: "text";
}

/**
 * JSON: `export` where tree and nodes' settings stand in one object of one file, `tree` where the file has the tree alone, `folder`
 * where the parts lie in files of their own.
 */
export interface JsonOrigin {
  readonly kind: "export" | "tree" | "folder";
  readonly document: JourneyDocument;
}

/** The JSON of one journey, as far as the model does not say it. */
export interface JourneyDocument {
  /** One object with `tree`, `nodes`, `scripts` and so on, whatever layout it was found in. */
  readonly json: JsonObject;
}

export const textOrigin: TextOrigin = { kind: "text" };
