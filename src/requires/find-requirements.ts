import { isCatalogueType } from "../catalogue/catalogue.js";
import { judgeCondition } from "../catalogue/condition.js";
import type { NodeProperty, PropertyReference } from "../catalogue/node-type.js";
import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Place } from "../diagnostics/diagnostic.js";
import { propertiesByName } from "../model/known-properties.js";
import { librariesOfScript } from "../model/library-scripts.js";
import type { Journey, JourneyNode, Model, Script } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { isJsonObject, type Json } from "../text/json.js";
import { esvsIn, esvsOfScript } from "./esvs.js";
import type { Requirement, RequirementKind } from "./requirement.js";
import { RequirementList } from "./requirement-list.js";

/**
 * Lists what a tenant must have for journeys to work there, and whether the journeys bring it along. The catalogue says
 * which properties are references; variables are searched for in all texts and scripts. Where a realm is given, what a reference
 * names in another realm is required in this one.
 */
export function findRequirements(model: Model, realm?: string): readonly Requirement[] {
  const list = new RequirementList(model, realm);
  for (const journey of model.journeys) {
    for (const setting of journey.settings.values()) addVariables(setting.value, setting.place, journey, list);
    for (const node of allNodes(journey.nodes)) addNode(node, journey, list);
    for (const script of journey.scripts) addScript(script, journey, list);
    for (const resource of journey.resources) addVariables(resource.content, resource.place, journey, list);
  }
  return list.sorted();
}

function addNode(node: JourneyNode, journey: Journey, list: RequirementList): void {
  const values = new Map([...node.properties].map(([key, setting]) => [key, setting.value]));
  for (const setting of node.properties.values()) {
    addVariables(setting.value, setting.place, journey, list);
    const theme = themeIn(setting.value);
    if (theme !== undefined) list.add("theme", theme, journey, setting.place);
  }
  for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
    const setting = node.properties.get(property.name);
    if (setting === undefined) continue;
    addReference(property, setting.value, values, setting.place, journey, list);
    addSecretLabel(property, setting.value, setting.place, journey, list);
  }
  if (node.typeId !== "" && (node.type === undefined || !isCatalogueType(node.type))) {
    list.add("nodeType", node.typeId, journey, node.typePlace, node.type?.displayName);
  }
}

function addVariables(value: Json, place: Place, journey: Journey, list: RequirementList): void {
  for (const name of esvsIn(value)) list.add("variable", name, journey, place);
}

/** The requirement that a reference stands for. Attributes and node types of the platform itself always exist. */
const kinds: Readonly<Record<PropertyReference["kind"], RequirementKind | undefined>> = {
  script: "script",
  tree: "journey",
  emailTemplate: "emailTemplate",
  socialProvider: "socialProvider",
  saml2Entity: "saml2Entity",
  managedObject: "managedObject",
  managedAttribute: undefined,
  nodeType: undefined,
  service: "service",
  webhook: "webhook",
  policySet: "policySet",
  identityStore: "identityStore",
  idmConnector: "idmConnector",
};

/** Values that the platform writes for no reference, or for its own default. */
const nothing: ReadonlySet<string> = new Set(["", "[Empty]", "[Default]"]);

function addReference(
  property: NodeProperty,
  value: Json,
  values: ReadonlyMap<string, Json>,
  place: Place,
  journey: Journey,
  list: RequirementList,
): void {
  const { reference } = property;
  const kind = reference && kinds[reference.kind];
  if (reference === undefined || kind === undefined) return;
  if (reference.when !== undefined && judgeCondition(reference.when, values) === "no") return;
  for (const id of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (typeof id !== "string" || nothing.has(id) || isPlaceholder(id)) continue;
    // A remote entity keeps its id wherever it is registered.
    const required = reference.role === "remoteIdP" ? id : list.inRealm(id, property.name);
    list.add(kind, required, journey, place, kind === "service" ? reference.service : undefined);
  }
}

/** Adds a secret label. The tenant maps a secret to it under the name `am.<label>`. */
function addSecretLabel(
  property: NodeProperty,
  value: Json,
  place: Place,
  journey: Journey,
  list: RequirementList,
): void {
  if (property.secretLabel === undefined || property.secretLabel === false) return;
  if (typeof value === "string" && !nothing.has(value) && !isPlaceholder(value)) {
    list.add("secretLabel", value, journey, place);
  }
}

function addScript(script: Script, journey: Journey, list: RequirementList): void {
  for (const name of esvsOfScript(script.body)) list.add("variable", name, journey, script.place);
  for (const title of librariesOfScript(script.body)) list.add("libraryScript", title, journey, script.place);
}

/** The theme that a page's stage names: `themeId=<id>`, or a member of JSON inside the text. */
function themeIn(value: Json): string | undefined {
  if (typeof value !== "string") return undefined;
  const plain = /^themeId=(.+)$/.exec(value)?.[1];
  if (plain !== undefined) return plain;
  if (!value.includes('"themeId"')) return undefined;
  try {
    const stage = JSON.parse(value) as Json;
    const id = isJsonObject(stage) ? stage.themeId : undefined;
    return typeof id === "string" && id !== "" ? id : undefined;
  } catch {
    return undefined;
  }
}
