import type { Json } from "../text/json.js";

/** A version as exports write it; early ones wrote 1 for "1.0". */
export function versionText(version: Json | undefined): string | undefined {
  if (typeof version === "number") return Number.isInteger(version) ? version.toFixed(1) : String(version);
  return typeof version === "string" && version !== "" ? version : undefined;
}
