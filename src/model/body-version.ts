import type { Place } from "../diagnostics/diagnostic.js";
import { getOwn, isJsonObject } from "../text/json.js";
import type { JourneyNode } from "./model.js";
import { versionText } from "./version-text.js";

/** The version that a node's settings give it and where they do, if it is another one than its reference's. */
export function disagreeingBodyVersion(
  node: JourneyNode,
): { readonly version: string; readonly place: Place } | undefined {
  const type = node.bodyOverrides.get("_type");
  if (type === undefined || !isJsonObject(type.value)) return undefined;
  const version = versionText(getOwn(type.value, "version"));
  return version === undefined || version === node.version ? undefined : { version, place: type.place };
}
