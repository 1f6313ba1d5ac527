import { versionOf } from "../../catalogue/catalogue.js";
import type { NodeType } from "../../catalogue/node-type.js";
import { terminalIds } from "../../model/ids.js";
import type { Connection, Coordinates, ExportOptions, Journey, JourneyNode, Setting } from "../../model/model.js";
import { readingOrder } from "../../model/reading-order.js";
import { bareRealm } from "../../model/realm.js";
import { type TerminalName, terminalNames } from "../../syntax/reserved-names.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";
import { decodeScripts } from "../script-text.js";
import { sectionOf } from "../sections.js";
import { coordinatesOf } from "./coordinates-of.js";
import { ExportDocument } from "./export-document.js";
import { inferExportOptions } from "./infer-export-options.js";
import type { JourneyExport } from "./journey-export.js";
import { nameNodes } from "./name-nodes.js";
import type { NodeOutline } from "./node-outline.js";
import { readWirings, targetOf, unwired } from "./read-connections.js";
import { type ReadContext, settingOf, settingsOf } from "./read-context.js";
import { readResources, readScripts } from "./read-dependencies.js";
import { readNode } from "./read-node.js";
import { NodeOutcomes } from "./read-outcomes.js";
import type { ReadJourney, ReadOptions } from "./read-result.js";

/** A journey with its outlined nodes, from which the types that the catalogue lacks have been found. */
export interface OutlinedExport {
  readonly exported: JourneyExport;
  readonly outlines: ReadonlyMap<string, NodeOutline>;
}

const derivedTreeMembers: ReadonlySet<string> = new Set([
  "_id",
  "_rev",
  "entryNodeId",
  "nodes",
  "staticNodes",
  "uiConfig",
]);

/** Makes a journey of an export. Nothing is reported here: `withResidue` finds what the model cannot express. */
export function readJourney(
  { exported, outlines }: OutlinedExport,
  name: string,
  lookUp: (typeId: string) => NodeType | undefined,
  { withoutNames = false }: ReadOptions,
): ReadJourney {
  const { value, places, id, layout, realm } = exported;
  const tree = sectionOf(value, "tree");
  const outcomes = new NodeOutcomes(lookUp);
  const wirings = readWirings(outlines, outcomes);
  const names = withoutNames && isLabelled(outlines) ? undefined : nameNodes(id, value, outlines, wirings, lookUp);
  const nameOf = (nodeId: string) => names?.get(nodeId) ?? nodeId;
  const scripts = decodeScripts(sectionOf(value, "script"));
  const options = inferExportOptions(value, scripts);
  const context: ReadContext = { value, tree, places, options, lookUp, outlines, outcomes, scripts, nameOf };
  const entryId = textMember(tree, "entryNodeId");
  const wiringOf = (nodeId: string) => wirings.get(nodeId) ?? unwired;
  const nodes: JourneyNode[] = [];
  for (const nodeId of readingOrder(entryId, [...outlines.keys()], (nodeId) => wiringOf(nodeId).targetIds)) {
    const outline = outlines.get(nodeId);
    if (outline) nodes.push(readNode(outline, wiringOf(nodeId), context));
  }
  const { settings, categories } = readSettings(context);
  return {
    name,
    id,
    place: places.tree,
    origin: {
      kind: layout,
      realm: realm && bareRealm(realm),
      isSelfManaged: exported.isSelfManaged === true,
      document: new ExportDocument(exported),
    },
    settings,
    categories,
    entry: entryId === undefined ? undefined : entryOf(entryId, context),
    nodes,
    scripts: readScripts(context),
    resources: readResources(context),
    rules: [],
    exportOptions: withDefaults(context.options, nodes),
    terminalCoordinates: readTerminals(tree),
    raw: undefined,
  };
}

/** Whether every node has a label that messages can show. */
function isLabelled(outlines: ReadonlyMap<string, NodeOutline>): boolean {
  const hasLabel = ({ displayName }: NodeOutline) => displayName !== "";
  for (const outline of outlines.values()) if (!hasLabel(outline) || !outline.children.every(hasLabel)) return false;
  return true;
}

function entryOf(entryId: string, context: ReadContext): Connection {
  const place = context.places.tree.child("entryNodeId");
  return { outcomeId: "", target: targetOf(entryId, context), place, targetPlace: place };
}

/** Reads the tree's own members. `uiConfig` is split into the categories and all that is left. */
function readSettings({ tree, places }: ReadContext): Pick<Journey, "settings" | "categories"> {
  const settings = settingsOf(tree, derivedTreeMembers, places.tree);
  const given = getOwn(tree, "uiConfig");
  if (given === undefined) return { settings, categories: undefined };
  const place = places.tree.child("uiConfig");
  if (!isJsonObject(given)) {
    settings.set("uiConfig", settingOf(given, place));
    return { settings, categories: undefined };
  }
  const list = categoriesOf(getOwn(given, "categories"));
  const categories: Setting | undefined = list && settingOf(list, place.child("categories"));
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !list || key !== "categories"));
  if (Object.keys(rest).length > 0) settings.set("uiConfig", settingOf(rest, place));
  return { settings, categories };
}

/**
 * The categories as a list; `undefined` where the JSON text is not written as the platform writes it, so that the text
 * is kept.
 */
function categoriesOf(text: Json | undefined): readonly string[] | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list) || !list.every((entry) => typeof entry === "string")) return undefined;
    return JSON.stringify(list) === text ? list : undefined;
  } catch {
    return undefined;
  }
}

function readTerminals(tree: JsonObject): ReadonlyMap<TerminalName, Coordinates> {
  const given = objectMember(tree, "staticNodes");
  const found = new Map<TerminalName, Coordinates>();
  for (const name of terminalNames) {
    const coordinates = coordinatesOf(objectMember(given, terminalIds[name]));
    if (coordinates) found.set(name, coordinates);
  }
  return found;
}

/** A journey with more properties left out than this counts as written without defaults. */
const fewMissingDefaults = 2;

/** Old exports lack properties that were added later. A text that calls each of them `absent` would be hard to read. */
function withDefaults(options: ExportOptions, nodes: readonly JourneyNode[]): ExportOptions {
  let missing = 0;
  for (const node of nodes) {
    missing += missingDefaults(node);
    for (const child of node.children) missing += missingDefaults(child);
  }
  return missing > fewMissingDefaults ? { ...options, defaults: false } : options;
}

function missingDefaults(node: JourneyNode): number {
  const properties = node.type && versionOf(node.type, node.version)?.properties;
  let missing = 0;
  for (const known of properties ?? []) if (known.default !== undefined && !node.properties.has(known.name)) missing++;
  return missing;
}
