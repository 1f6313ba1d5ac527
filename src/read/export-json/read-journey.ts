import { versionOf } from "../../catalogue/catalogue.js";
import type { NodeType } from "../../catalogue/node-type.js";
import { terminalIds } from "../../model/ids.js";
import type {
  Connection,
  Coordinates,
  ExportOptions,
  Journey,
  JourneyNode,
  Setting,
  TerminalName,
} from "../../model/model.js";
import { readingOrder } from "../../model/reading-order.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { JourneyExport } from "../journey-export.js";
import { coordinatesOf, objectMember, textMember } from "./export-parts.js";
import { inferExportOptions } from "./infer-export-options.js";
import { nameNodes, nodeTargets } from "./name-nodes.js";
import type { NodeOutline } from "./node-outline.js";
import { type ReadContext, settingOf, settingsOf } from "./read-context.js";
import { readResources, readScripts } from "./read-dependencies.js";
import { readNode, targetOf } from "./read-node.js";

/** A journey whose nodes are outlined, since the types that it uses had to be known first. */
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

/** Makes the model's journey of an export. What it cannot say is found by comparing; nothing is reported here. */
export function readJourney(
  { exported, outlines }: OutlinedExport,
  name: string,
  lookUp: (typeId: string) => NodeType | undefined,
): Journey {
  const { value, places, id } = exported;
  const tree = objectMember(value, "tree");
  const targets = nodeTargets(outlines, lookUp);
  const names = nameNodes(id, value, outlines, targets, lookUp);
  const context: ReadContext = { value, tree, places, options: inferExportOptions(value), lookUp, names };
  const entryId = textMember(tree, "entryNodeId");
  const order = readingOrder(entryId, [...outlines.keys()], (nodeId) => targets.get(nodeId) ?? []);
  const nodes = order.flatMap((nodeId) => outlines.get(nodeId) ?? []).map((outline) => readNode(outline, context));
  const { settings, categories } = readSettings(context);
  return {
    name,
    id,
    place: places.tree,
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

function entryOf(entryId: string, { names, tree, places }: ReadContext): Connection {
  const place = places.tree.child("entryNodeId");
  return { outcomeId: "", target: targetOf(entryId, names, tree), place, targetPlace: place };
}

/** The tree's own members; `uiConfig` is taken apart into the categories and the rest, if there is a rest. */
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

/** The categories as a list, where the JSON text is written as the platform writes it; any other text is kept as it is. */
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
  for (const name of ["start", "success", "failure"] as const) {
    const coordinates = coordinatesOf(objectMember(given, terminalIds[name]));
    if (coordinates) found.set(name, coordinates);
  }
  return found;
}

/** So many properties may lack their defaults before the whole journey is said to be written without. */
const fewMissingDefaults = 2;

/** Old exports lack the properties that came later; to call each `absent` would drown what the journey says. */
function withDefaults(options: ExportOptions, nodes: readonly JourneyNode[]): ExportOptions {
  let missing = 0;
  for (const node of nodes) for (const each of [node, ...node.children]) missing += missingDefaults(each);
  return missing > fewMissingDefaults ? { ...options, defaults: false } : options;
}

function missingDefaults(node: JourneyNode): number {
  const properties = node.type && versionOf(node.type, node.version)?.properties;
  return (properties ?? []).filter((known) => known.default !== undefined && !node.properties.has(known.name)).length;
}
