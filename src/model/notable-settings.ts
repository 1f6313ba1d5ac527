import type { NodeProperty } from "../catalogue/node-type.js";
import type { Json } from "../text/json.js";
import { isSameJson } from "../text/merge-patch.js";
import { defaultOf, propertiesByName } from "./known-properties.js";
import type { Journey, JourneyNode } from "./model.js";

/** A setting of a node that tells something, with what the catalogue knows of it. */
export interface NotableSetting {
  readonly name: string;
  readonly value: Json;
  readonly property: NodeProperty | undefined;
}

/** The settings of a node that differ from the defaults of its type, in the order of the node. */
export function notableSettings(node: JourneyNode, journey: Journey): readonly NotableSetting[] {
  const known = propertiesByName(node.type, node.version);
  const resource = journey.settings.get("identityResource")?.value;
  const identityResource = typeof resource === "string" ? resource : undefined;
  const notable: NotableSetting[] = [];
  for (const [name, { value }] of node.properties) {
    const property = known?.get(name);
    const usual = property && defaultOf(property, identityResource);
    if (usual === undefined || !isSameJson(usual, value)) notable.push({ name, value, property });
  }
  return notable;
}
