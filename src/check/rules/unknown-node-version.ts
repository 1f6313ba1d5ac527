import { isCatalogueType } from "../../catalogue/catalogue.js";
import { nodeLabel } from "../describe-node.js";
import { nodeRule } from "../rule.js";

/** Reports nodes of a version that the catalogue does not have of their type. */
export const unknownNodeVersion = nodeRule("unknown-node-version", "may-overreport", (node) => {
  const { type, typePlace, version } = node;
  if (type === undefined || !isCatalogueType(type) || Object.hasOwn(type.versions, version)) return [];
  const known = Object.keys(type.versions);
  return [{ at: typePlace, args: { node: nodeLabel(node), type: type.id, version, known } }];
});
