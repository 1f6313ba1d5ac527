import { propertyNames } from "../../catalogue/properties.js";
import { versionsWith } from "../../model/known-properties.js";
import { nodeRule } from "../rule.js";

/** Reports properties that only another version of the node has. */
export const propertyOfAnotherVersion = nodeRule("property-of-another-version", "may-miss", (node) => {
  const { type, typeId, version, properties } = node;
  if (type === undefined || Object.keys(type.versions).length < 2) return [];
  const known = propertyNames(type, version);
  if (known === undefined) return [];
  return [...properties].flatMap(([property, { place }]) => {
    const others = known.includes(property) ? [] : versionsWith(type, property);
    return others.length === 0 ? [] : [{ at: place, args: { type: typeId, version, property, others } }];
  });
});
