import { lookUpType } from "../../catalogue/catalogue.js";
import type { NodeType, OutcomeRule } from "../../catalogue/node-type.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { isSameJson } from "../../text/merge-patch.js";
import { sortedEntries } from "../../text/sorted-json.js";
import { sectionOf } from "../sections.js";
import type { NodeOutline } from "./node-outline.js";

/** A journey whose node types are to be found. */
export interface TypedExport {
  readonly value: JsonObject;
  readonly outlines: ReadonlyMap<string, NodeOutline>;
}

/**
 * The node types that the exports use and the catalogue lacks. Those of the Node Designer are read from their
 * definitions, any other from the `_type` and `_outcomes` of its bodies.
 */
export function readExternTypes(exports: readonly TypedExport[]): ReadonlyMap<string, NodeType> {
  const types = new Map<string, NodeType>();
  for (const { value } of exports) {
    for (const [, definition] of sortedEntries(sectionOf(value, "nodeType"))) {
      const type = isJsonObject(definition) ? designerType(definition) : undefined;
      if (type && !types.has(type.id)) types.set(type.id, type);
    }
  }
  for (const [id, type] of observedTypes(exports, types)) types.set(id, type);
  return types;
}

/**
 * The type in a definition of the Node Designer. Its outcomes are the given ones in their order, then the error
 * outcome.
 */
function designerType(definition: JsonObject): NodeType | undefined {
  const service = textMember(definition, "serviceName");
  if (service === undefined) return undefined;
  const outcomes = listMember(definition, "outcomes").filter((outcome) => typeof outcome === "string");
  const parts = outcomes.map((id) => ({ id, displayName: id }));
  if (getOwn(definition, "errorOutcome") === true) parts.push({ id: "Script Error", displayName: "Script Error" });
  const id = `designer-${service}`;
  return {
    ...bareType(id, textMember(definition, "displayName") ?? id, ["1.0"], { kind: "static", parts }),
    summary: textMember(definition, "description") ?? "",
    tags: listMember(definition, "tags").filter((tag) => typeof tag === "string"),
  };
}

interface Sighting {
  readonly displayName: string | undefined;
  readonly versions: Set<string>;
  /** `undefined` until a body lists outcomes; `null` where bodies list different ones. */
  outcomes: Json | undefined;
}

function observedTypes(
  exports: readonly TypedExport[],
  declared: ReadonlyMap<string, NodeType>,
): ReadonlyMap<string, NodeType> {
  const sightings = new Map<string, Sighting>();
  const look = (node: NodeOutline) => {
    if (!declared.has(node.typeId) && !lookUpType(node.typeId)) note(node, sightings);
  };
  for (const { outlines } of exports) {
    for (const outline of outlines.values()) {
      look(outline);
      outline.children.forEach(look);
    }
  }
  const types = new Map<string, NodeType>();
  for (const [id, sighting] of sightings) {
    const rule = ruleOf(sighting.outcomes);
    // Nothing but the id is known of such a type, so there is nothing to declare.
    if (!rule && sighting.displayName === undefined) continue;
    const outcomes: OutcomeRule = rule ?? { kind: "unknown", parts: [] };
    types.set(id, bareType(id, sighting.displayName ?? id, [...sighting.versions].sort(), outcomes));
  }
  return types;
}

function note(node: NodeOutline, sightings: Map<string, Sighting>): void {
  const type = objectMember(node.body ?? {}, "_type");
  let sighting = sightings.get(node.typeId);
  if (!sighting) {
    sighting = { displayName: textMember(type, "name"), versions: new Set(), outcomes: undefined };
    sightings.set(node.typeId, sighting);
  }
  sighting.versions.add(node.version);
  const outcomes = node.body && getOwn(node.body, "_outcomes");
  if (outcomes === undefined) return;
  if (sighting.outcomes === undefined) sighting.outcomes = outcomes;
  else if (!isSameJson(sighting.outcomes, outcomes)) sighting.outcomes = null;
}

function ruleOf(outcomes: Json | undefined): OutcomeRule | undefined {
  if (!Array.isArray(outcomes)) return undefined;
  const parts: { id: string; displayName: string }[] = [];
  for (const outcome of outcomes as readonly Json[]) {
    const id = isJsonObject(outcome) ? textMember(outcome, "id") : undefined;
    const displayName = isJsonObject(outcome) ? textMember(outcome, "displayName") : undefined;
    if (id === undefined || displayName === undefined) return undefined;
    parts.push({ id, displayName });
  }
  return { kind: "static", parts };
}

function bareType(id: string, displayName: string, versions: readonly string[], outcomes: OutcomeRule): NodeType {
  const version = {
    properties: undefined,
    outcomes,
    inputs: undefined,
    outputs: undefined,
    callbacks: undefined,
    constraints: [],
  };
  return {
    id,
    displayName,
    summary: "",
    tags: [],
    deprecated: false,
    where: {
      cloud: true,
      onPrem: false,
      marketplace: false,
      custom: id.startsWith("designer-") ? "node-designer" : "java-plugin",
    },
    allowedInPage: "unknown",
    defaultVersion: versions.at(-1) ?? "1.0",
    versions: Object.fromEntries(versions.map((name) => [name, version])),
  };
}
