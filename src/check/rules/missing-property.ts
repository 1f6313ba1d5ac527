import { versionOf } from "../../catalogue/catalogue.js";
import { judgeCondition } from "../../catalogue/condition.js";
import type { NodeProperty, NodeType, NodeVersion } from "../../catalogue/node-type.js";
import type { Place } from "../../diagnostics/diagnostic.js";
import { knownVersion } from "../../model/known-properties.js";
import type { JourneyNode } from "../../model/model.js";
import { propertyValues } from "../../model/property-values.js";
import { isFromExport, nodeLabel } from "../describe-node.js";
import { lineOfValue, placeOfSetting } from "../differing-nodes.js";
import { markedProperties } from "../marked-properties.js";
import { type Finding, type FoundInNode, nodeRule } from "../rule.js";
import { isKnownInPart } from "../state/node-access.js";

/**
 * Reports required properties that a node of an export lacks, or that a text calls `absent`, and properties that are empty while another
 * setting needs them. Texts that may be empty are left alone: the platform leaves them out when they are. In a text, the binder
 * reports those that are merely left out. Nodes of the marketplace and other plug-ins are left alone: what they require changed between
 * their releases.
 */
export const missingProperty = nodeRule("missing-property", "may-miss", (node) => {
  if (node.type === undefined || isKnownInPart(node.type)) return [];
  const missing = needed(node.type, node.version).filter((property) => !node.properties.has(property));
  const empty = emptyIn(node);
  return missing.length === 0 ? empty : [...missingIn(node, missing), ...empty];
});

function missingIn(node: JourneyNode, missing: readonly string[]): readonly FoundInNode<"missing-property">[] {
  return missing.map((property) => (facts) => {
    if (!isFromExport(facts.journey) && !isCalledAbsent(node, property)) return undefined;
    if (!facts.document.hasBody(node.id) || facts.document.hasProperty(node.id, property)) return undefined;
    return { at: node.namePlace, args: { node: nodeLabel(node), property }, ...facts.ifLost(node) };
  });
}

function emptyIn(node: JourneyNode): readonly Finding<"missing-property">[] {
  return emptyWhileNeeded(node).map(({ name, needs }) => ({
    at: placeOfSetting(node, node.properties.get(name)?.explicit === true ? name : needs.property),
    args: { node: nodeLabel(node), property: name, while: `${needs.property}: ${JSON.stringify(needs.equals)}` },
    severity: "warning",
    // What stands under another name may be it.
    restsOn: unknownIn(node),
  }));
}

/** Whether the platform takes a text that is empty for a property. It leaves such a text out of an export. */
function mayBeLeftOut(property: NodeProperty | undefined): boolean {
  if (property?.type !== "string" || property.localized === true) return false;
  return property.nonEmpty !== true && property.enum === undefined && property.reference === undefined;
}

/** The empty properties of a node that the value of another setting needs. */
function emptyWhileNeeded(node: JourneyNode) {
  return markedProperties(node).needed.flatMap(({ name, neededWhen: needs }) => {
    if (needs === undefined || !("equals" in needs)) return [];
    const value = node.properties.get(name)?.value ?? "";
    const isEmpty = value === "" || (Array.isArray(value) && value.length === 0);
    return isEmpty && judgeCondition(needs, propertyValues(node)) === "yes" ? [{ name, needs }] : [];
  });
}

/** The lines of what a node has that its type does not know. */
function unknownIn({ type, version, properties }: JourneyNode): readonly Place[] {
  const known = new Set((type && versionOf(type, version)?.properties)?.map(({ name }) => name));
  return [...properties]
    .filter(([name, { explicit, place }]) => !known.has(name) && explicit && place.pointer === undefined)
    .map(([, { place }]) => lineOfValue(place));
}

const knownNeeded = new WeakMap<NodeVersion, readonly string[]>();

/** The properties that a node must have. */
function needed(type: NodeType, version: string): readonly string[] {
  const known = versionOf(type, version);
  if (known === undefined) return [];
  let names = knownNeeded.get(known);
  if (names === undefined) {
    const { demanded, properties } = knownVersion(type, version);
    names = [...demanded, ...neededLists(known)].filter((name) => !mayBeLeftOut(properties?.get(name)));
    knownNeeded.set(known, names);
  }
  return names;
}

/** Lists that are empty where they are missing, although the node can do nothing without an entry. */
function neededLists({ outcomes, properties = [] }: NodeVersion): readonly string[] {
  const each = outcomes.parts.flatMap((part) => ("each" in part && part.when === undefined ? [part.each] : []));
  return properties
    .filter(({ default: other, required }) => required === true && Array.isArray(other) && other.length === 0)
    .filter(({ name, nonEmpty, reference }) => (nonEmpty === true && reference !== undefined) || each.includes(name))
    .map(({ name }) => name);
}

function isCalledAbsent(node: JourneyNode, property: string): boolean {
  return node.absent?.has(property) === true;
}
