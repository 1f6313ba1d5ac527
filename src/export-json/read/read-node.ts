import type { NodeType } from "../../catalogue/node-type.js";
import type { JourneyNode, Setting } from "../../model/model.js";
import { isPage } from "../../model/pages.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { JsonPlace } from "../../text/json-place.js";
import { hasVersion, writtenVersion } from "../node-version.js";
import { sections } from "../sections.js";
import { coordinatesOf } from "./coordinates-of.js";
import type { NodeOutline } from "./node-outline.js";
import { type NodeWiring, readConnections, unwired } from "./read-connections.js";
import { type ReadContext, settingOf, settingsOf } from "./read-context.js";

const nothing: JsonObject = {};
const derivedMembers: ReadonlySet<string> = new Set(["_id", "_rev", "_type", "_outcomes"]);
const derivedPageMembers: ReadonlySet<string> = new Set([...derivedMembers, "nodes"]);
const noOverrides: ReadonlyMap<string, Setting> = new Map();

/** Makes a node of its reference and its body. An inner node has no connections. */
export function readNode(outline: NodeOutline, wiring: NodeWiring, context: ReadContext): JourneyNode {
  const { id, typeId, displayName, version, page } = outline;
  const place = referencePlace(outline, context);
  const bodyPlace = context.places.entry(outline.section, id);
  const type = context.lookUp(typeId);
  const members = page === undefined && isPage(outline) ? derivedPageMembers : derivedMembers;
  const { outcomes, known, override } = context.outcomes.of(outline, context.nameOf);
  const node: JourneyNode = {
    name: context.nameOf(id),
    id,
    displayName,
    typeId,
    version,
    type,
    properties: settingsOf(outline.body ?? nothing, members, bodyPlace),
    bodyOverrides: readOverrides(outline, override, type, context, bodyPlace),
    outcomes,
    outcomesKnown: known,
    connections: readConnections(wiring, place, context),
    children: outline.children.length === 0 ? noChildren : readChildren(outline, context),
    page: page === undefined ? undefined : context.nameOf(page),
    coordinates: page === undefined ? coordinatesOf(outline.reference) : undefined,
    place,
    namePlace: place.child("displayName"),
    typePlace: place.child("nodeType"),
  };
  const isUnplaced = page === undefined && node.coordinates === undefined && context.options.coordinates;
  return isUnplaced ? { ...node, coordinatesForm: missingForm(outline.reference) } : node;
}

const noChildren: readonly JourneyNode[] = [];

function readChildren(outline: NodeOutline, context: ReadContext): readonly JourneyNode[] {
  return outline.children.map((child) => readNode(child, unwired, context));
}

function referencePlace(outline: NodeOutline, { places }: ReadContext): JsonPlace {
  if (outline.page === undefined) return places.reference(outline.id);
  return places.entry(sections.body.name, outline.page).child("nodes").child(outline.index);
}

function readOverrides(
  outline: NodeOutline,
  outcomes: Json | undefined,
  type: NodeType | undefined,
  { options }: ReadContext,
  place: JsonPlace,
): ReadonlyMap<string, Setting> {
  const given = outline.body && getOwn(outline.body, "_type");
  const isTypeOverridden = given !== undefined && !isExpectedType(given, outline, type, options);
  if (!isTypeOverridden && outcomes === undefined) return noOverrides;
  const overrides = new Map<string, Setting>();
  if (isTypeOverridden) overrides.set("_type", settingOf(given, place.child("_type")));
  if (outcomes !== undefined) overrides.set("_outcomes", settingOf(outcomes, place.child("_outcomes")));
  return overrides;
}

/** Whether the writer would give the node's body this `_type` anyway. */
function isExpectedType(
  given: Json,
  { typeId, version }: NodeOutline,
  type: NodeType | undefined,
  options: ReadContext["options"],
): boolean {
  if (!isJsonObject(given)) return false;
  if (options.types === "ids") return Object.keys(given).length === 1 && given._id === typeId;
  const isPlain = options.types === "plain";
  const mustHaveVersion = !isPlain && hasVersion("types", options);
  if (Object.keys(given).length !== (mustHaveVersion ? 4 : 3)) return false;
  if (given._id !== typeId || given.collection !== !isPlain) return false;
  if (given.name !== (isPlain ? typeId : (type?.displayName ?? typeId))) return false;
  return !mustHaveVersion || given.version === writtenVersion(version, options);
}

function missingForm(reference: JsonObject): "null" | "absent" {
  return getOwn(reference, "x") === null && getOwn(reference, "y") === null ? "null" : "absent";
}
