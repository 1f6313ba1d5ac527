import { versionOf } from "../../catalogue/catalogue.js";
import type { NodeProperty, NodeType } from "../../catalogue/node-type.js";
import { isPage } from "../../model/pages.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { objectMember, textMember } from "../../text/json-members.js";
import { sectionOf } from "../sections.js";
import { chooseNames, type NamingNode } from "./choose-names.js";
import type { NodeOutline } from "./node-outline.js";
import { type NodeWiring, unwired } from "./read-connections.js";

/** Chooses the names that the nodes of an export have in the model. */
export function nameNodes(
  journeyId: string,
  value: JsonObject,
  outlines: ReadonlyMap<string, NodeOutline>,
  wirings: ReadonlyMap<string, NodeWiring>,
  lookUp: (typeId: string) => NodeType | undefined,
): ReadonlyMap<string, string> {
  const nodes: NamingNode[] = [];
  for (const outline of outlines.values()) {
    nodes.push(namingNode(outline, value, wirings.get(outline.id) ?? unwired, lookUp));
    for (const child of outline.children) nodes.push(namingNode(child, value, unwired, lookUp));
  }
  return chooseNames({ journeyId, entryId: textMember(sectionOf(value, "tree"), "entryNodeId"), nodes });
}

function namingNode(
  outline: NodeOutline,
  value: JsonObject,
  wiring: NodeWiring,
  lookUp: (typeId: string) => NodeType | undefined,
): NamingNode {
  const pageHeader = isPage(outline) ? anyText(getOwn(outline.body ?? {}, "pageHeader")) : undefined;
  const subject = subjectOf(outline, value, lookUp(outline.typeId));
  return {
    id: outline.id,
    typeId: outline.typeId,
    displayName: outline.displayName,
    ...(pageHeader === undefined ? {} : { pageHeader }),
    ...(subject === undefined ? {} : { subject }),
    childIds: outline.children.map((child) => child.id),
    ...(outline.page === undefined ? {} : { childOf: outline.page }),
    targets: wiring.targetIds,
  };
}

/** The text in English, or else in the first locale. */
function anyText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (!isJsonObject(value)) return undefined;
  return textMember(value, "en") ?? Object.values(value).find((text) => typeof text === "string");
}

/** The one script, inner journey or attribute that a node is about, found by the references in the catalogue. */
function subjectOf(outline: NodeOutline, value: JsonObject, type: NodeType | undefined): string | undefined {
  const properties = type && versionOf(type, outline.version)?.properties;
  const subjects = (properties ?? []).flatMap((property) => subjectIn(property, outline.body ?? {}, value) ?? []);
  return subjects.length === 1 ? subjects[0] : undefined;
}

function subjectIn(property: NodeProperty, body: JsonObject, value: JsonObject): string | undefined {
  const given = getOwn(body, property.name);
  const one = Array.isArray(given) && given.length === 1 ? (given as readonly Json[])[0] : given;
  if (typeof one !== "string" || one === "") return undefined;
  switch (property.reference?.kind) {
    case "script":
      return textMember(objectMember(sectionOf(value, "script"), one), "name");
    case "tree":
      return one;
    case "managedAttribute":
      // A list that must not be empty names what the node asks for. Others say how it finds the user, or what it ignores.
      return Array.isArray(given) && property.nonEmpty === true ? one : undefined;
    default:
      return undefined;
  }
}
