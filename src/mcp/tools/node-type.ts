import { shortTypeName, versionOf } from "../../catalogue/catalogue.js";
import { typesLabelled } from "../../catalogue/console-labels.js";
import type { NodeProperty, OutcomePart, PropertyCondition, StateAccess } from "../../catalogue/node-type.js";
import { findType } from "../../catalogue/search-types.js";
import { nearestType } from "../../model/nearest-type.js";
import { flagField, listField, objectOf, optional, textField, valueField } from "../shape.js";
import { defineTool } from "../tool.js";
import { ToolError } from "../tool-error.js";

const access = objectOf({
  key: textField("the key of node state, or which property names it"),
  store: textField("shared or transient state, or objectAttributes, which are the attributes of the account"),
  isRequired: flagField("whether the node cannot work without it"),
  note: optional(textField("when")),
});

export const nodeType = defineTool({
  name: "node_type",
  title: "Node type",
  description:
    "Tells what a node type needs and gives: properties with defaults and limits, outcomes, node state that it reads and writes, callbacks, whether it may stand in a page, and how it is written in a text.",
  input: { name: textField("a name as find_node_types gives it, an id of the platform, or the label of the console") },
  output: {
    name: textField("what a text writes behind the colon"),
    id: textField("the id on the platform"),
    label: textField("its name in the admin console"),
    summary: textField("what it does"),
    inPage: textField("whether it may stand in a page"),
    isDeprecated: flagField("whether the platform advises against it"),
    note: optional(textField("what else is known")),
    properties: listField(
      objectOf({
        name: textField("as a text writes it"),
        type: textField("its kind of value"),
        isRequired: flagField("whether it must be given: it is required and has no default"),
        default: optional(valueField("its value where a text leaves it out")),
        values: optional(listField(valueField("a value"), "all values that it may have")),
        refersTo: optional(textField("the kind of thing that it names: script, tree (a journey), emailTemplate …")),
        note: optional(textField("limits and what else is known")),
      }),
      "empty where they are not known",
    ),
    propertiesKnown: flagField("whether these are all"),
    outcomes: listField(
      textField("an outcome as a text writes it, and what it depends on"),
      "what the node's arrows are for",
    ),
    reads: listField(access, "from node state"),
    writes: listField(access, "to node state"),
    callbacks: listField(textField("type"), "what it asks the user for or shows"),
    example: textField("a node of this type, to begin with"),
  },
  async run({ name }) {
    const type = findType(name) ?? findType(typesLabelled(name)[0] ?? "");
    if (type === undefined) {
      const near = nearestType(name);
      throw new ToolError(
        `There is no node type ${name}${near === undefined ? ": search with find_node_types" : `: did you mean ${near}?`}`,
      );
    }
    const version = versionOf(type, type.defaultVersion);
    const properties = (version?.properties ?? []).filter(({ legacy }) => legacy !== true);
    const outcomes = (version?.outcomes.parts ?? []).map(outcomeText);
    return {
      name: shortTypeName(type.id),
      id: type.id,
      label: type.displayName,
      summary: type.summary,
      inPage: type.allowedInPage,
      isDeprecated: type.deprecated,
      ...(type.note !== undefined && { note: type.note }),
      properties: properties.map(describeProperty),
      propertiesKnown: version?.properties !== undefined && version.propertiesIncomplete !== true,
      outcomes,
      reads: (version?.inputs ?? []).map(describeAccess),
      writes: (version?.outputs ?? []).map(describeAccess),
      callbacks: (version?.callbacks ?? []).map(
        (use) => use.type + (use.when === undefined ? "" : ` when ${conditionText(use.when)}`),
      ),
      example: exampleOf(shortTypeName(type.id), properties, version?.outcomes.parts ?? []),
    };
  },
});

function describeProperty(property: NodeProperty) {
  const { name, required = false, secret = false } = property;
  const notes = [
    property.localized ? "a text, in other languages as name.de" : undefined,
    property.minimum === undefined ? undefined : `at least ${property.minimum}`,
    property.exclusiveMinimum === undefined ? undefined : `more than ${property.exclusiveMinimum}`,
    property.maximum === undefined ? undefined : `at most ${property.maximum}`,
    property.nonEmpty || property.minItems ? "not empty" : undefined,
    property.unit ? `in ${property.unit}` : undefined,
    secret ? "secret: set in the tenant" : undefined,
    property.deprecated ? "no longer used" : undefined,
    property.note,
  ].filter((note) => note !== undefined);
  return {
    name,
    type: property.localized
      ? "text by locale"
      : property.items === undefined
        ? property.type
        : `${property.type} of ${property.items}s`,
    isRequired: required && property.default === undefined && !secret && property.observedOnly !== true,
    ...(property.default !== undefined && { default: property.default }),
    ...(property.enum !== undefined && { values: property.enum }),
    ...(property.reference !== undefined && { refersTo: property.reference.kind }),
    ...(notes.length > 0 && { note: notes.join("; ") }),
  };
}

function outcomeText(part: OutcomePart): string {
  if ("id" in part) return part.id + (part.when === undefined ? "" : ` when ${conditionText(part.when)}`);
  if ("each" in part) return `each of the property ${part.each}`;
  if ("eachKey" in part) return `each key of the property ${part.eachKey}`;
  if ("delegate" in part) return `those of the type that ${part.delegate} names`;
  return "those of the last inner node that has outcomes";
}

function describeAccess({ key, property, eachOf, store, required = false, when, note }: StateAccess) {
  const notes = [when === undefined ? undefined : `when ${conditionText(when)}`, note].filter(
    (each) => each !== undefined,
  );
  return {
    key: key ?? (property === undefined ? `each of ${eachOf ?? "?"}` : `the key that ${property} names`),
    store,
    isRequired: required,
    ...(notes.length > 0 && { note: notes.join("; ") }),
  };
}

function conditionText(condition: PropertyCondition): string {
  if ("all" in condition) return condition.all.map(conditionText).join(" and ");
  if ("present" in condition) return `${condition.property} is ${condition.present ? "set" : "not set"}`;
  if ("equals" in condition) return `${condition.property} is ${JSON.stringify(condition.equals)}`;
  return `${condition.property} is more than ${condition.greaterThan}`;
}

/** What must be given, and all outcomes. */
function exampleOf(name: string, properties: readonly NodeProperty[], parts: readonly OutcomePart[]): string {
  const lines = properties
    .filter((property) => describeProperty(property).isRequired)
    .map((property) => `  ${property.name}: ${placeholderOf(property)}`);
  const fixed = parts.flatMap((part) => ("id" in part && part.when === undefined ? [part.id] : []));
  const arrows =
    fixed.length === 1 && /outcome$/.test(fixed[0] ?? "")
      ? ["  -> NextNode"]
      : fixed.map((id) => `  ${/^\w+$/.test(id) ? id : JSON.stringify(id)} -> NextNode`);
  return [
    `node My${name.replace(/\W/g, "")}: ${name} {`,
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    ...arrows,
    "}",
  ].join("\n");
}

function placeholderOf({ type, localized, enum: values, reference }: NodeProperty): string {
  if (values?.[0] !== undefined) return JSON.stringify(values[0]);
  if (reference?.kind === "script") return "MyScript";
  if (localized) return '"…"';
  return { string: '"…"', integer: "1", number: "1", boolean: "true", array: "[]", object: "{}" }[type];
}
