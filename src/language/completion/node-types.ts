import { lookUpType, shortTypeName, typeIds, versionOf } from "../../catalogue/catalogue.js";
import type { NodeProperty, NodeType } from "../../catalogue/node-type.js";
import { writtenName } from "../../syntax/match-word.js";
import { describeType } from "../describe-type.js";
import type { CompletionPlace } from "./completion-place.js";
import { inSnippet, type Offered } from "./offered.js";

/** The node types that a node can have, each with its required properties and an arrow for each outcome. */
export function typeCompletions(place: CompletionPlace): readonly Offered[] {
  const { scope } = place.text.bound;
  const isInPage = place.blocks.at(-1)?.kind === "page";
  const own = [...scope.externTypes]
    .filter(([name, type]) => name !== type.id)
    .map(([name, type]) => typeItem(name, type, place, isInPage));
  const configured = [...scope.options.externTypes.values()].map((type) => typeItem(type.id, type, place, isInPage));
  const known = typeIds().flatMap((id) => {
    const type = lookUpType(id);
    const isMeant = type !== undefined && id !== "PageNode" && (!isInPage || type.allowedInPage !== "no");
    return isMeant ? [typeItem(shortTypeName(id), type, place, isInPage)] : [];
  });
  return [...own, ...configured, ...known];
}

function typeItem(name: string, type: NodeType, place: CompletionPlace, isInPage: boolean): Offered {
  const written = writtenName(name);
  const wantsBody = place.after.trim() === "" && !place.isQuoted;
  return {
    label: name,
    kind: "type",
    detail: type.displayName,
    documentation: () => describeType(type, type.defaultVersion),
    insert: place.isQuoted ? name : written,
    ...(wantsBody ? { snippet: nodeSnippet(written, type, isInPage, indentOf(place)) } : {}),
    isDeprecated: type.deprecated,
    rank: type.deprecated ? 7 : 5,
  };
}

function indentOf({ text, range }: CompletionPlace): string {
  const { text: all } = text.parsed.source;
  return /^[ \t]*/.exec(all.slice(all.lastIndexOf("\n", range.start - 1) + 1))?.[0] ?? "";
}

/** A whole node behind `node Name: `. */
function nodeSnippet(written: string, type: NodeType, isInPage: boolean, indent: string): string {
  const version = versionOf(type, type.defaultVersion);
  let stop = 0;
  const properties = (version?.properties ?? [])
    .filter(isDemanded)
    .map((property) => `${property.name}: ${valueSnippet(property, () => ++stop)}`);
  const outcomes = isInPage ? [] : outcomesOf(type).map((outcome) => `${outcome}-> \${${++stop}:failure}`);
  if (properties.length === 0 && outcomes.length === 0) return inSnippet(written);
  const blank = properties.length > 0 && outcomes.length > 0 ? [""] : [];
  const lines = [...properties, ...blank, ...outcomes].map((line) => (line === "" ? "" : `${indent}  ${line}`));
  return `${inSnippet(written)} {\n${lines.join("\n")}\n${indent}}`;
}

/** What the author has to decide on: what is required and has no default that means anything. */
function isDemanded({ required, default: value, secret, legacy, observedOnly }: NodeProperty): boolean {
  if (required !== true || legacy === true || observedOnly === true || secret === true) return false;
  return value === undefined || value === "" || value === "[Empty]" || (Array.isArray(value) && value.length === 0);
}

/** A value to begin with, with a place to fill in. */
export function valueSnippet(
  property: Pick<NodeProperty, "type" | "enum" | "localized" | "reference" | "default">,
  next: () => number,
): string {
  const first = property.enum?.[0];
  if (first !== undefined) return `\${${next()}:${inSnippet(JSON.stringify(first))}}`;
  if (property.reference?.kind === "script") return `\${${next()}}`;
  if (property.localized === true) return `"\${${next()}}"`;
  switch (property.type) {
    case "boolean":
      return `\${${next()}:${property.default === true ? "false" : "true"}}`;
    case "integer":
    case "number":
      return `\${${next()}:${typeof property.default === "number" ? property.default : 1}}`;
    case "array":
      return `["\${${next()}}"]`;
    case "object":
      return `{ \${${next()}} }`;
    case "string":
      return `"\${${next()}}"`;
  }
}

/** The outcomes that a node of the type has before anything is set, each with a blank behind it; none for the only one. */
function outcomesOf(type: NodeType): readonly string[] {
  const rule = versionOf(type, type.defaultVersion)?.outcomes;
  const fixed = (rule?.parts ?? []).flatMap((part) => ("id" in part && part.when === undefined ? [part.id] : []));
  const [only, another] = fixed;
  if (rule?.kind === "static" && only !== undefined && another === undefined) return [""];
  return fixed.map((id) => `${writtenName(id)} `);
}

/** The versions of a type. */
export function versionCompletions(name: string, place: CompletionPlace): readonly Offered[] {
  const type =
    name === "page" ? lookUpType("PageNode") : (place.text.bound.scope.externTypes.get(name) ?? lookUpType(name));
  return Object.keys(type?.versions ?? {}).map((version) => ({
    label: version,
    kind: "value",
    detail: version === type?.defaultVersion ? "default" : undefined,
  }));
}
