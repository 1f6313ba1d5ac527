import type { Json } from "../text/json.js";

/** The version in a member of an export. Early exports have 1 for "1.0". */
export function versionText(version: Json | undefined): string | undefined {
  if (typeof version === "number") return Number.isInteger(version) ? version.toFixed(1) : String(version);
  return typeof version === "string" && version !== "" ? version : undefined;
}

/** Whether a version can be written after `@`. */
export function isVersion(version: string): boolean {
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(version);
}
