import { shortTypeName, versionOf } from "../catalogue/catalogue.js";
import type { NodeProperty, NodeType, NodeVersion, OutcomePart, StateAccess } from "../catalogue/node-type.js";

/** A node type in Markdown, from the catalogue, whose words `journeyc nodes` gives too. */
export function describeType(type: NodeType, version: string): string {
  const known = versionOf(type, version);
  const versions = Object.keys(type.versions);
  const lines = [
    `**${type.displayName}** \`${type.id}\``,
    type.summary,
    ...(type.deprecated
      ? [type.supersededBy ? `Deprecated: use \`${shortTypeName(type.supersededBy)}\`.` : "Deprecated."]
      : []),
    ...(versions.length > 1 ? [`Versions: ${versions.join(", ")}; without one, ${type.defaultVersion}.`] : []),
    ...(known === undefined ? [] : describeVersion(known)),
    ...(type.note === undefined ? [] : [type.note]),
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

function describeVersion({ outcomes, inputs, outputs }: NodeVersion): readonly string[] {
  const parts = outcomes.kind === "unknown" ? undefined : outcomes.parts.map(describePart);
  return [
    parts === undefined ? "Outcomes: not known" : `Outcomes: ${parts.length === 0 ? "none" : parts.join(", ")}`,
    ...describeAccess("Reads", inputs),
    ...describeAccess("Writes", outputs),
  ];
}

function describePart(part: OutcomePart): string {
  if ("id" in part) return part.displayName === part.id ? `\`${part.id}\`` : `\`${part.id}\` (${part.displayName})`;
  if ("each" in part) return `each of \`${part.each}\``;
  if ("eachKey" in part) return `each key of \`${part.eachKey}\``;
  return "those of the inner nodes";
}

function describeAccess(what: string, access: readonly StateAccess[] | undefined): readonly string[] {
  if (access === undefined || access.length === 0) return [];
  const keys = access.map(({ key, property, eachOf }) =>
    key !== undefined ? `\`${key}\`` : property !== undefined ? `what \`${property}\` names` : `each of \`${eachOf}\``,
  );
  return [`${what} node state: ${keys.join(", ")}`];
}

/** The kind of a property's values, in a few words. */
export function propertyKind({ type, items, map, localized }: NodeProperty): string {
  if (localized === true) return "localised text";
  if (map !== undefined) return `map of ${map}s`;
  if (type === "array") return items === undefined ? "list" : `list of ${items}s`;
  return type;
}

/** A property in Markdown. */
export function describeProperty(property: NodeProperty, typeName: string): string {
  const facts = [
    property.required === true ? "required" : "optional",
    ...(property.default === undefined ? [] : [`default \`${JSON.stringify(property.default)}\``]),
    ...(property.minimum === undefined ? [] : [`at least ${property.minimum}`]),
    ...(property.maximum === undefined ? [] : [`at most ${property.maximum}`]),
    ...(property.unit === undefined ? [] : [`in ${property.unit}`]),
    ...(property.secret === true ? ["a secret"] : []),
    ...(property.since === undefined ? [] : [`since ${property.since}`]),
    ...(property.deprecated === true ? ["deprecated"] : []),
    ...(property.legacy === true ? ["of older releases"] : []),
  ];
  const lines = [
    `\`${property.name}\` of \`${typeName}\`: ${propertyKind(property)}, ${facts.join(", ")}`,
    ...(property.enum === undefined
      ? []
      : [`One of ${property.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ")}`]),
    ...(property.placeholders === undefined || property.placeholders.length === 0
      ? []
      : [`Replaces ${property.placeholders.map((name) => `\`{{${name}}}\``).join(", ")}`]),
    ...(property.note === undefined ? [] : [property.note]),
  ];
  return lines.join("\n\n");
}
