import type { Json } from "../text/json.js";
import { valueAt } from "../text/value-at.js";

/** What a reference inside a schema leads to (`#/definitions/size`); `undefined` where nothing is, and for a name (`#size`). */
export function referenceTarget(root: Json, reference: string): Json | undefined {
  if (reference === "#") return root;
  return reference.startsWith("#/") ? valueAt(root, decoded(reference.slice(1))) : undefined;
}

/** References are parts of addresses, so their special characters may be escaped. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
