import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { checkValue } from "./check-value.js";
import type { NodeProperty, NodeType, OutcomePart, StateAccess } from "./node-type.js";

const propertyTypes: Readonly<Record<string, NodeProperty["type"]>> = {
  STRING: "string",
  NUMBER: "number",
  BOOLEAN: "boolean",
  OBJECT: "object",
};

/** Whether a JSON value is a definition as Node Designer makes it, and as exports carry it in `nodeTypes`. */
export function isDesignerDefinition(value: Json): value is JsonObject {
  return isJsonObject(value) && typeof getOwn(value, "serviceName") === "string";
}

/** Makes the node type that the platform makes of a Node Designer definition. Members of another kind than expected are passed over. */
export function designerType(definition: JsonObject): NodeType {
  const serviceName = textAt(definition, "serviceName") ?? "";
  const displayName = textAt(definition, "displayName");
  const outcomes = textsAt(definition, "outcomes").map((id): OutcomePart => ({ id, displayName: id }));
  const scriptError: OutcomePart = { id: "Script Error", displayName: "Script Error" };
  const id = `designer-${serviceName}`;
  return {
    id,
    displayName: displayName ?? id,
    ...(displayName === undefined ? { displayNameGuessed: true } : {}),
    summary: textAt(definition, "description") ?? "",
    tags: textsAt(definition, "tags"),
    deprecated: false,
    where: { cloud: true, onPrem: false, marketplace: false, custom: "node-designer" },
    allowedInPage: "ifCallbacks",
    defaultVersion: "1.0",
    versions: {
      "1.0": {
        properties: propertiesOf(definition),
        outcomes: {
          kind: "static",
          parts: getOwn(definition, "errorOutcome") === true ? [...outcomes, scriptError] : outcomes,
        },
        inputs: textsAt(definition, "inputs").map((key): StateAccess => ({ key, store: "any", source: "declared" })),
        outputs: textsAt(definition, "outputs").map(
          (key): StateAccess => ({ key, store: "shared", source: "declared" }),
        ),
        callbacks: undefined,
        constraints: [],
      },
    },
  };
}

function propertiesOf(definition: JsonObject): readonly NodeProperty[] {
  const members = getOwn(definition, "properties");
  if (members === undefined || !isJsonObject(members)) return [];
  return Object.entries(members).map(([name, member]) =>
    isJsonObject(member) ? propertyOf(name, member) : { name, type: "object", observedOnly: true },
  );
}

function propertyOf(name: string, member: JsonObject): NodeProperty {
  const type = propertyTypes[textAt(member, "type") ?? ""];
  if (type === undefined) return { name, type: "object", observedOnly: true };
  const options = getOwn(member, "options");
  const allowed = options !== undefined && isJsonObject(options) ? Object.keys(options) : [];
  const property: NodeProperty = {
    name,
    ...(getOwn(member, "multivalued") === true
      ? { type: "array", ...(type === "string" ? { items: "string" } : {}) }
      : { type, ...(type === "object" ? { map: "string" } : {}) }),
    ...(getOwn(member, "required") === true ? { required: true } : {}),
    ...(type === "string" && allowed.length > 0 ? { enum: allowed } : {}),
  };
  const fallback = getOwn(member, "defaultValue");
  const isUsable = fallback !== undefined && fallback !== null && checkValue(property, fallback).length === 0;
  return isUsable ? { ...property, default: fallback } : property;
}

function textAt(object: JsonObject, key: string): string | undefined {
  const value = getOwn(object, key);
  return typeof value === "string" ? value : undefined;
}

function textsAt(object: JsonObject, key: string): readonly string[] {
  const value = getOwn(object, key);
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}
