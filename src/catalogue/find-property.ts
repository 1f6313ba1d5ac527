import { versionOf } from "./catalogue.js";
import type { NodeProperty, NodeType } from "./node-type.js";

/** What the catalogue knows of a property of a version. */
export function findProperty(type: NodeType, version: string, name: string): NodeProperty | undefined {
  return versionOf(type, version)?.properties?.find((property) => property.name === name);
}
