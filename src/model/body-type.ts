import type { Place } from "../diagnostics/diagnostic.js";
import { getOwn, isJsonObject } from "../text/json.js";
import type { JourneyNode } from "./model.js";

/** The type in a node's body and its place, where it is another one than that of the tree or of the page. */
export function disagreeingBodyType(node: JourneyNode): { readonly type: string; readonly place: Place } | undefined {
  const given = node.bodyOverrides.get("_type");
  if (given === undefined || !isJsonObject(given.value)) return undefined;
  const type = getOwn(given.value, "_id");
  return typeof type !== "string" || type === node.typeId ? undefined : { type, place: given.place };
}
