import type { Place } from "../diagnostics/diagnostic.js";
import { getOwn, isJsonObject } from "../text/json.js";
import type { JourneyNode } from "./model.js";
import { versionText } from "./version-text.js";

/** The version in a node's body and its place, where it differs from the version in the tree. */
export function disagreeingBodyVersion(
  node: JourneyNode,
): { readonly version: string; readonly place: Place } | undefined {
  const type = node.bodyOverrides.get("_type");
  if (type === undefined || !isJsonObject(type.value)) return undefined;
  const version = versionText(getOwn(type.value, "version"));
  return version === undefined || version === node.version ? undefined : { version, place: type.place };
}
