import type { JourneyNode, Setting } from "../model/model.js";
import { getOwn, isJsonObject, type Json } from "../text/json.js";

/** The version that a node's settings give it and where they do, if it is another one than its reference's. */
export function disagreeingBodyVersion(
  node: JourneyNode,
): { readonly version: string; readonly place: Setting["place"] } | undefined {
  const type = node.bodyOverrides.get("_type");
  if (type === undefined || !isJsonObject(type.value)) return undefined;
  const version = versionText(getOwn(type.value, "version"));
  return version === undefined || version === node.version ? undefined : { version, place: type.place };
}

/** Early exports wrote 1 for "1.0". */
function versionText(version: Json | undefined): string | undefined {
  if (typeof version === "number") return Number.isInteger(version) ? version.toFixed(1) : String(version);
  return typeof version === "string" && version !== "" ? version : undefined;
}
