import type { NodeType } from "../../catalogue/node-type.js";
import { terminalIds } from "../../model/ids.js";
import type { Connection, JourneyNode, NodeOutcome, Setting, Target } from "../../model/model.js";
import { getOwn, isJsonObject, type JsonObject } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { coordinatesOf, objectMember } from "./export-parts.js";
import type { JsonPlace } from "./json-place.js";
import { isPage, type NodeOutline, outlineVersion } from "./node-outline.js";
import { type ReadContext, settingOf, settingsOf } from "./read-context.js";
import { readOutcomes } from "./read-outcomes.js";

const nothing: JsonObject = {};
const derivedMembers: ReadonlySet<string> = new Set(["_id", "_rev", "_type", "_outcomes"]);
const derivedPageMembers: ReadonlySet<string> = new Set([...derivedMembers, "nodes"]);

/** Reads one node: what its reference and its body say becomes the model's node. */
export function readNode(outline: NodeOutline, context: ReadContext): JourneyNode {
  const children = outline.children.map((child) => readNode(child, context));
  const place = referencePlace(outline, context);
  const bodyPlace = context.places.entry(outline.section, outline.id);
  const body = outline.body ?? nothing;
  const version = outlineVersion(outline);
  const type = context.lookUp(outline.typeId);
  const properties = settingsOf(
    body,
    outline.page === undefined && isPage(outline) ? derivedPageMembers : derivedMembers,
    bodyPlace,
  );
  const { outcomes, known, override } = readOutcomes(outline, context.lookUp, (id) => context.names.get(id) ?? id);
  const bodyOverrides = new Map(typeOverride(outline, version, type, context, bodyPlace));
  if (override !== undefined) bodyOverrides.set("_outcomes", settingOf(override, bodyPlace.child("_outcomes")));
  return {
    name: context.names.get(outline.id) ?? outline.id,
    id: outline.id,
    displayName: outline.displayName,
    typeId: outline.typeId,
    version,
    type,
    properties,
    bodyOverrides,
    outcomes,
    outcomesKnown: known,
    connections: outline.page === undefined ? readConnections(outline.reference, outcomes, place, context) : [],
    children,
    page: outline.page === undefined ? undefined : (context.names.get(outline.page) ?? outline.page),
    ...readCoordinates(outline, context),
    place,
    namePlace: place.child("displayName"),
    typePlace: place.child("nodeType"),
  };
}

function referencePlace(outline: NodeOutline, context: ReadContext): JsonPlace {
  if (outline.page === undefined) return context.places.tree.child("nodes").child(outline.id);
  return context.places.entry("nodes", outline.page).child("nodes").child(outline.index);
}

function typeOverride(
  outline: NodeOutline,
  version: string,
  type: NodeType | undefined,
  context: ReadContext,
  bodyPlace: JsonPlace,
): [string, Setting][] {
  const given = getOwn(outline.body ?? nothing, "_type");
  if (given === undefined || isSameJson(given, expectedType(outline.typeId, version, type, context))) return [];
  return [["_type", settingOf(given, bodyPlace.child("_type"))]];
}

/** The `_type` that the writer gives a node's body of itself. */
function expectedType(typeId: string, version: string, type: NodeType | undefined, context: ReadContext): JsonObject {
  const { types, nodeVersions, nodeVersionPlaces, nodeVersionNumbers } = context.options;
  const isPlain = types === "plain";
  const hasVersion = !isPlain && nodeVersions && (nodeVersionPlaces?.includes("types") ?? true);
  return {
    _id: typeId,
    name: isPlain ? typeId : (type?.displayName ?? typeId),
    collection: !isPlain,
    ...(hasVersion ? { version: nodeVersionNumbers === true ? Number(version) : version } : {}),
  };
}

function readConnections(
  reference: JsonObject,
  outcomes: readonly NodeOutcome[],
  place: JsonPlace,
  context: ReadContext,
): readonly Connection[] {
  const given = objectMember(reference, "connections");
  const ids = outcomes.map((outcome) => outcome.id);
  return connectedOutcomes(reference, ids).flatMap((outcomeId) => {
    const id = getOwn(given, outcomeId);
    if (typeof id !== "string") return [];
    const targetPlace = place.child("connections").child(outcomeId);
    return [{ outcomeId, target: targetOf(id, context.names, context.tree), place: targetPlace, targetPlace }];
  });
}

/** The outcomes that lead somewhere, in the node's order; ids that the node does not have come last, by code unit. */
export function connectedOutcomes(reference: JsonObject, outcomes: readonly string[]): readonly string[] {
  const given = objectMember(reference, "connections");
  const known = new Set(outcomes.filter((id) => Object.hasOwn(given, id)));
  const others = Object.keys(given)
    .filter((id) => !known.has(id))
    .sort();
  return [...known, ...others];
}

/** What an id in a connection or at the tree's entry stands for. */
export function targetOf(id: string, names: ReadonlyMap<string, string>, tree: JsonObject): Target {
  if (id === terminalIds.success) return { kind: "success" };
  if (id === terminalIds.failure) return { kind: "failure" };
  const name = names.get(id);
  // An inner node has a name too, but nothing can lead to it.
  const isNode = name !== undefined && isJsonObject(getOwn(objectMember(tree, "nodes"), id));
  return isNode ? { kind: "node", name, id } : { kind: "foreign", id };
}

function readCoordinates(
  outline: NodeOutline,
  context: ReadContext,
): Pick<JourneyNode, "coordinates" | "coordinatesForm"> {
  const { reference } = outline;
  const coordinates = outline.page === undefined ? coordinatesOf(reference) : undefined;
  if (coordinates || outline.page !== undefined || !context.options.coordinates) return { coordinates };
  const isNull = getOwn(reference, "x") === null && getOwn(reference, "y") === null;
  return { coordinates, coordinatesForm: isNull ? "null" : "absent" };
}
