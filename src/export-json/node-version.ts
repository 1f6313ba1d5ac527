import type { ExportOptions, NodeVersionPlace } from "../model/model.js";
import type { Json } from "../text/json.js";

/** Whether the export has node versions in a place. */
export function hasVersion(place: NodeVersionPlace, options: ExportOptions): boolean {
  return options.nodeVersions && (options.nodeVersionPlaces?.includes(place) ?? true);
}

/** A node's version in the form that the export has: a text, or a number in very old exports. */
export function writtenVersion(version: string, { nodeVersionNumbers }: ExportOptions): Json {
  if (nodeVersionNumbers !== true) return version;
  const number = Number(version);
  return Number.isFinite(number) ? number : version;
}
