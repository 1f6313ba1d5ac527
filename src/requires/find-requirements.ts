import { isCatalogueType } from "../catalogue/catalogue.js";
import { judgeCondition } from "../catalogue/condition.js";
import type { NodeProperty, PropertyReference } from "../catalogue/node-type.js";
import { isPlaceholder } from "../catalogue/placeholder.js";
import { propertiesByName } from "../model/known-properties.js";
import type { JourneyNode, Model, Script } from "../model/model.js";
import { variableName } from "../model/resource-references.js";
import { themeIn } from "../model/theme-of-stage.js";
import { allNodes, isThemeOf } from "../model/used-resources.js";
import { librariesOfScript, secretsOfScript } from "../rhino/analysis/needs-of-script.js";
import type { Json } from "../text/json.js";
import { esvsIn, esvsOfScript } from "./esvs.js";
import type { Requirement, RequirementKind, RequirementUse } from "./requirement.js";
import { RequirementList } from "./requirement-list.js";

/**
 * Lists what a tenant must have for journeys to work there, and whether the journeys bring it along. The catalogue says
 * which properties are references; variables are searched for in all texts and scripts. A value that names another realm stands
 * as it is, as it does in what `build` writes. With `optional`, variables for which there is a fallback are listed too.
 */
export function findRequirements(
  model: Model,
  { optional = false }: { readonly optional?: boolean } = {},
): readonly Requirement[] {
  const list = new RequirementList(model, optional);
  const themes = model.journeys.flatMap(({ resources }) => resources.filter(({ kind }) => kind === "theme"));
  for (const journey of model.journeys) {
    const add: Add = (kind, id, use, title) => list.add(kind, id, journey, use, title);
    for (const { value, place } of journey.settings.values())
      addVariables(value, { place, by: { kind: "journey" } }, list, add);
    for (const node of allNodes(journey.nodes)) addNode(node, list, add);
    for (const script of journey.scripts) addScript(script, list, add);
    for (const { id, content, place } of journey.resources) {
      addVariables(content, { place, by: { kind: "resource", name: id } }, list, add);
    }
    for (const theme of themes) {
      if (isThemeOf(theme, journey.id)) add("theme", theme.id, { place: theme.place, by: { kind: "journey" } });
    }
  }
  return list.sorted();
}

/** Where something is needed, and by what. */
type Use = Omit<RequirementUse, "journey">;

/** Adds a requirement of the journey that is looked at. */
type Add = (kind: RequirementKind, id: string, use: Use, title?: string) => void;

function addNode(node: JourneyNode, list: RequirementList, add: Add): void {
  const by = { kind: "node", node } as const;
  const values = new Map([...node.properties].map(([key, setting]) => [key, setting.value]));
  for (const { value, place } of node.properties.values()) {
    addVariables(value, { place, by }, list, add);
    const theme = themeIn(value);
    if (theme !== undefined) add("theme", theme, { place, by });
  }
  for (const property of propertiesByName(node.type, node.version)?.values() ?? []) {
    const setting = node.properties.get(property.name);
    if (setting === undefined) continue;
    const use = { place: setting.place, by };
    addReference(property, setting.value, values, use, add);
    addSecretLabel(property, setting.value, use, add);
  }
  if (node.typeId !== "" && (list.optional || node.type === undefined || !isCatalogueType(node.type))) {
    add("nodeType", node.typeId, { place: node.typePlace, by }, node.type?.displayName);
  }
}

function addVariables(value: Json, use: Use, { optional }: RequirementList, add: Add): void {
  for (const name of esvsIn(value, optional)) add("variable", name, use);
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
  use: Use,
  add: Add,
): void {
  const { reference } = property;
  const kind = reference && kinds[reference.kind];
  if (reference === undefined || kind === undefined) return;
  if (reference.when !== undefined && judgeCondition(reference.when, values) === "no") return;
  for (const id of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (typeof id !== "string" || nothing.has(id) || isPlaceholder(id)) continue;
    add(kind, id, use, kind === "service" ? reference.service : undefined);
  }
}

/** Adds a secret label. The tenant maps a secret to it under the name `am.<label>`. */
function addSecretLabel(property: NodeProperty, value: Json, use: Use, add: Add): void {
  if (property.secretLabel === undefined || property.secretLabel === false) return;
  if (typeof value === "string" && !nothing.has(value) && !isPlaceholder(value)) {
    add("secretLabel", value, use);
  }
}

function addScript({ title, body, place }: Script, { optional }: RequirementList, add: Add): void {
  const use = { place, by: { kind: "script", name: title } } as const;
  for (const name of esvsOfScript(body, optional)) add("variable", name, use);
  for (const { name } of secretsOfScript(body)) {
    const isVariable = /^esv[.-]/.test(name);
    add(isVariable ? "variable" : "secretLabel", isVariable ? variableName(name) : name, use);
  }
  for (const library of librariesOfScript(body)) add("libraryScript", library, use);
}
