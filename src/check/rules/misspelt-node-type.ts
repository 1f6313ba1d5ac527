import { isCatalogueType, typeIds } from "../../catalogue/catalogue.js";
import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { typeIdMeantBy } from "../../model/nearest-type.js";
import { hasBodiesOfServer } from "../../model/newer-property.js";
import { isFromExport } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { markedProperties } from "../marked-properties.js";
import { type FoundInNode, nodeRule } from "../rule.js";

const mostEdits = 2;

/**
 * Reports types of nodes that an export brings, or a text declares, and whose id is nearly that of a known type, and
 * settings that name a type in such a way. A node of a text that declares nothing has `unknown-node-type`.
 */
export const misspeltNodeType = nodeRule("misspelt-node-type", "may-overreport", (node) => {
  const named = namedTypes(node);
  return node.type !== undefined && isCatalogueType(node.type) ? named : [...ownType(node), ...named];
});

/** The type of a node that the catalogue does not have, where it has nearly the same. */
function ownType(node: JourneyNode): readonly FoundInNode<"misspelt-node-type">[] {
  const { typeId, type, typePlace } = node;
  if (typeId.length < 8) return [];
  const right = nearestName(typeId, typeIds(), mostEdits);
  if (right === undefined || extendsName(typeId, right)) return [];
  return [
    ({ journey, nodes }) => {
      const isToldBefore = nodes.find((other) => other.typeId === typeId) !== node;
      if (isToldBefore || (type === undefined && !isFromExport(journey))) return undefined;
      return { at: typePlace, args: { type: typeId, right }, ...(isOfServer(node, journey) ? ofPlugIn : {}) };
    },
  ];
}

/** The same of types that its settings name. */
function namedTypes(node: JourneyNode): readonly FoundInNode<"misspelt-node-type">[] {
  return markedProperties(node).references.flatMap(({ name, reference }) => {
    const setting = reference?.kind === "nodeType" ? node.properties.get(name) : undefined;
    const type = setting?.value;
    if (setting === undefined || typeof type !== "string" || type === "") return [];
    if (isPlaceholder(type) || typeIds().includes(type)) return [];
    const right = typeIdMeantBy(type);
    if (right === undefined) return [];
    return [
      ({ journey, nodes }: JourneyFacts) => {
        if (nodes.some(({ typeId }) => typeId === type) || isDeclared(type, journey)) return undefined;
        const edits = [{ range: setting.place.range, text: JSON.stringify(right) }];
        const fixes = isFromExport(journey) ? [] : [{ title: `Write ${right}`, edits }];
        return { at: setting.place, args: { type, right }, fixes };
      },
    ];
  });
}

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
