import { shortTypeName } from "../../catalogue/catalogue.js";
import type {
  NodeProperty,
  NodeType,
  NodeVersion,
  OutcomePart,
  PropertyCondition,
  StateAccess,
} from "../../catalogue/node-type.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";

/** A node type as a page of text. */
export function describeNodeType(type: NodeType, style: Style): string {
  const versions = Object.entries(type.versions);
  const lines = [
    `${style.bold(shortTypeName(type.id))}  ${type.displayName}`,
    type.summary,
    "",
    ...facts(
      type,
      versions.map(([name]) => name),
    ),
  ];
  for (const [name, version] of versions) {
    lines.push("");
    if (versions.length > 1) lines.push(style.bold(`Version ${name}`), "");
    lines.push(...describeVersion(version, style));
  }
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function facts(type: NodeType, versions: readonly string[]): readonly string[] {
  const places = [
    type.where.cloud ? "PingOne AIC" : undefined,
    type.where.onPrem ? "self-managed AM" : undefined,
    type.where.marketplace ? "marketplace" : undefined,
    type.where.custom,
  ].filter((place) => place !== undefined);
  return [
    `Platform id  ${type.id}`,
    `Versions     ${versions.map((name) => (name === type.defaultVersion ? `${name} (default)` : name)).join(", ")}`,
    ...(places.length > 0 ? [`Where        ${places.join(", ")}`] : []),
    `In a page    ${inPage(type.allowedInPage)}`,
    ...(type.deprecated
      ? [`Deprecated   ${type.supersededBy ? `use ${shortTypeName(type.supersededBy)}` : "yes"}`]
      : []),
    ...(type.note === undefined ? [] : [`Note         ${printable(type.note)}`]),
  ];
}

function inPage(allowed: NodeType["allowedInPage"]): string {
  switch (allowed) {
    case "yes":
    case "no":
    case "unknown":
      return allowed;
    case "standalone":
      return "yes, with outcomes of its own";
    case "ifCallbacks":
      return "when it asks the user something";
    case "noCallbacks":
      return "of no use: it shows nothing";
    default: {
      const impossible: never = allowed;
      return impossible;
    }
  }
}

function describeVersion(version: NodeVersion, style: Style): readonly string[] {
  return [
    ...section("Properties", version.properties, describeProperty, style),
    "",
    ...section(
      "Outcomes",
      version.outcomes.kind === "unknown" ? undefined : version.outcomes.parts,
      describeOutcome,
      style,
    ),
    "",
    ...section("Reads from state", version.inputs, describeAccess, style),
    "",
    ...section("Writes to state", version.outputs, describeAccess, style),
    "",
    ...section(
      "Callbacks",
      version.callbacks,
      (use) => [use.type, whenText(use.when), printable(use.note ?? "")],
      style,
    ),
  ];
}

function section<Item>(
  title: string,
  items: readonly Item[] | undefined,
  describe: (item: Item) => readonly string[],
  style: Style,
): readonly string[] {
  if (items === undefined) return [style.bold(title), "  not known"];
  if (items.length === 0) return [style.bold(title), "  none"];
  const rows = items.map(describe);
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  return [
    style.bold(title),
    ...rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(Math.min(widths[index] ?? 0, 44))).join("  ")}`),
  ];
}

function describeProperty(property: NodeProperty): readonly string[] {
  const isUnused = property.deprecated || property.legacy;
  const notes = [
    property.required && !isUnused ? "required" : undefined,
    property.default === undefined ? undefined : `default ${shortJson(property.default)}`,
    property.enum ? `one of ${property.enum.map(shortJson).join(", ")}` : undefined,
    property.minimum === undefined ? undefined : `at least ${property.minimum}`,
    property.exclusiveMinimum === undefined ? undefined : `more than ${property.exclusiveMinimum}`,
    property.maximum === undefined ? undefined : `at most ${property.maximum}`,
    property.nonEmpty || property.minItems ? "not empty" : undefined,
    property.reference ? `names a ${property.reference.kind}` : undefined,
    property.unit ? `in ${property.unit}` : undefined,
    property.secret ? "secret" : undefined,
    property.format,
    isUnused ? "no longer used" : undefined,
    property.observedOnly ? "only seen in exports" : undefined,
    property.note,
  ].filter((note) => note !== undefined);
  return [property.name, propertyType(property), notes.join("; ")];
}

function propertyType(property: NodeProperty): string {
  if (property.localized) return "text by locale";
  if (property.type === "array") return property.items === undefined ? "list" : `list of ${property.items}s`;
  if (property.type === "object" && property.map !== undefined) return `map to ${property.map}s`;
  return property.type;
}

function describeOutcome(part: OutcomePart): readonly string[] {
  if ("id" in part) return [part.id, part.displayName === part.id ? "" : part.displayName, whenText(part.when)];
  if ("each" in part) return [`each of ${part.each}`, "", whenText(part.when)];
  if ("eachKey" in part) return [`each key of ${part.eachKey}`, "", whenText(part.when)];
  if ("delegate" in part) return [`those of the node that ${part.delegate} names`, "", ""];
  if (part.childOutcomes === "last") return ["those of the last inner node that has any", "", ""];
  return ["those of the last inner node, and of inner nodes with outcomes of their own", "", ""];
}

function describeAccess(access: StateAccess): readonly string[] {
  const key =
    access.key ?? (access.property ? `the key that ${access.property} names` : `each of ${access.eachOf ?? "?"}`);
  const notes = [
    access.required ? "required" : undefined,
    whenText(access.when) || undefined,
    access.onOutcomes ? `on ${access.onOutcomes.join(", ")}` : undefined,
    access.guaranteedWhen,
    access.note,
  ].filter((note) => note !== undefined);
  return [key, access.store, printable(notes.join("; "))];
}

function whenText(condition: PropertyCondition | undefined): string {
  return condition === undefined ? "" : `when ${conditionText(condition)}`;
}

function conditionText(condition: PropertyCondition): string {
  if ("all" in condition) return condition.all.map(conditionText).join(" and ");
  if ("present" in condition) return `${condition.property} is ${condition.present ? "set" : "not set"}`;
  if ("equals" in condition) return `${condition.property} is ${shortJson(condition.equals)}`;
  return `${condition.property} is more than ${condition.greaterThan}`;
}

function shortJson(value: unknown): string {
  const text = printable(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
