import { isCatalogueType, typeIds } from "../../catalogue/catalogue.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { isFromExport } from "../describe-node.js";
import { journeyRule } from "../rule.js";

const mostEdits = 2;

/**
 * Reports types of nodes that an export brings, or a text declares, and whose id is nearly that of a known type. A text
 * that declares nothing has `unknown-node-type`.
 */
export const misspeltNodeType = journeyRule("misspelt-node-type", "may-overreport", ({ journey, nodes }, report) => {
  const seen = new Set<string>();
  for (const { typeId, type, typePlace } of nodes) {
    if (seen.has(typeId) || (type === undefined ? !isFromExport(journey) : isCatalogueType(type))) continue;
    seen.add(typeId);
    const right = nearestName(typeId, typeIds(), mostEdits);
    if (right === undefined || typeId.length < 8 || extendsName(typeId, right)) continue;
    report({ at: typePlace, args: { type: typeId, right } });
  }
});

/** Whether a name is another one with something added, such as the number of its next release. */
function extendsName(name: string, other: string): boolean {
  return name.startsWith(other) || name.endsWith(other) || /\d$/.test(name);
}
