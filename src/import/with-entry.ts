import { exportOf, sections } from "../export-json/sections.js";
import type { Journey } from "../model/model.js";
import { getOwn, isJsonObject, type JsonObject } from "../text/json.js";

/**
 * Adds to a `raw` patch that the export has no entry node, where it has none. A text without `start` is a mistake unless its
 * `raw` says so.
 */
export function withEntry(raw: JsonObject | undefined, { entry }: Journey): JsonObject | undefined {
  if (entry !== undefined) return raw;
  const tree = raw && getOwn(raw, sections.tree.name);
  const changes = isJsonObject(tree) ? tree : {};
  return { ...raw, ...exportOf({ tree: { entryNodeId: null, ...changes } }) };
}
