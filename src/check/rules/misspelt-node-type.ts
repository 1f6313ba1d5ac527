import { isCatalogueType, typeIds } from "../../catalogue/catalogue.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { typeIdMeantBy } from "../../model/nearest-type.js";
import { hasBodiesOfServer } from "../../model/newer-property.js";
import { isFromExport } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { journeyRule } from "../rule.js";

const mostEdits = 2;

/**
 * Reports types of nodes that an export brings, or a text declares, and whose id is nearly that of a known type, and
 * settings that name a type in such a way. A node of a text that declares nothing has `unknown-node-type`.
 */
export const misspeltNodeType = journeyRule("misspelt-node-type", "may-overreport", ({ journey, nodes }, report) => {
  const seen = new Set<string>();
  for (const node of nodes) {
    const { typeId, type, typePlace } = node;
    if (seen.has(typeId) || (type === undefined ? !isFromExport(journey) : isCatalogueType(type))) continue;
    seen.add(typeId);
    const right = nearestName(typeId, typeIds(), mostEdits);
    if (right === undefined || typeId.length < 8 || extendsName(typeId, right)) continue;
    report({ at: typePlace, args: { type: typeId, right }, ...(isOfServer(node, journey) ? ofPlugIn : {}) });
  }
  const own = new Set(nodes.map(({ typeId }) => typeId));
  for (const node of nodes) {
    for (const { name, reference } of markedProperties(node).references) {
      const setting = node.properties.get(name);
      const type = setting?.value;
      if (reference?.kind !== "nodeType" || setting === undefined || typeof type !== "string" || type === "") continue;
      if (isPlaceholder(type) || typeIds().includes(type) || own.has(type) || isDeclared(type, journey)) continue;
      const right = typeIdMeantBy(type);
      if (right === undefined) continue;
      const fixes = isFromExport(journey)
        ? []
        : [{ title: `Write ${right}`, edits: [{ range: setting.place.range, text: JSON.stringify(right) }] }];
      report({ at: setting.place, args: { type, right }, fixes });
    }
  }
});

/** What is said of a type that a server had: it wrote the journey. */
const ofPlugIn = {
  severity: "info",
  help: "The catalogue does not know it: the server that has written the journey has a plug-in of this name, and so must the one that takes it.",
} as const;

/** Whether a server has written the journey, and nobody a type by hand. */
function isOfServer({ idPlace }: JourneyNode, journey: Journey): boolean {
  return (isFromExport(journey) || idPlace !== undefined) && hasBodiesOfServer(journey.exportOptions);
}

/** Whether the journey brings the type along. */
function isDeclared(type: string, { resources }: Journey): boolean {
  return resources.some(({ kind, id }) => kind === "nodeType" && (id === type || id.startsWith(`${type}-`)));
}

/** Whether a name is another one with something added, such as the number of its next release. */
function extendsName(name: string, other: string): boolean {
  return name.startsWith(other) || name.endsWith(other) || /\d$/.test(name);
}
