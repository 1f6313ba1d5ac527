import type { ExportOptions, JourneyNode, NodeVersionPlace } from "../../model/model.js";
import type { Json } from "../../text/json.js";

/** Whether node versions are written in a place. */
export function hasVersion(place: NodeVersionPlace, options: ExportOptions): boolean {
  return options.nodeVersions && (options.nodeVersionPlaces?.includes(place) ?? true);
}

/** A node's version as the export holds it. */
export function writtenVersion(node: JourneyNode, options: ExportOptions): Json {
  if (options.nodeVersionNumbers !== true) return node.version;
  const number = Number(node.version);
  return Number.isFinite(number) ? number : node.version;
}
