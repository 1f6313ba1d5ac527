import type { NodeProperty } from "../../catalogue/node-type.js";
import { knownSettings } from "../../model/journey-setting.js";
import { propertiesByName } from "../../model/known-properties.js";
import { managedAttributes } from "../../model/managed-attributes.js";
import { absentWord, realmParameter } from "../../syntax/reserved-names.js";
import type { Json } from "../../text/json.js";
import type { CompletionPlace } from "./completion-place.js";
import { type NodeAt, nodeAround } from "./node-parts.js";
import type { Offered } from "./offered.js";

const usualLocales = ["en", "de", "fr", "es", "it", "nl", "pt", "ja", "zh", "ko", "sv", "pl"];

/** Values of a node's property; inside of a list or an object, values and keys of what is in it. */
export function propertyValueCompletions(name: string, { node }: NodeAt, place: CompletionPlace): readonly Offered[] {
  const property = node && propertiesByName(node.type, node.version)?.get(name);
  if (property === undefined) return [];
  const isInList =
    place.value !== undefined && place.value.way.at(-1) === undefined && place.value.object === undefined;
  if (property.localized === true) return place.value?.object === undefined ? [] : localeCompletions(place);
  if (place.value === undefined && property.type === "array" && !place.isQuoted) {
    return [
      {
        label: "[ ]",
        kind: "value",
        insert: "[]",
        snippet: property.items === "object" ? "[$1]" : '["$1"]',
        goesOn: true,
      },
    ];
  }
  if (place.value !== undefined && !isInList) return [];
  return [...simpleValues(property, place), ...referencedValues(property, place)];
}

function simpleValues(
  { type, enum: choices, default: value, required }: NodeProperty,
  place: CompletionPlace,
): readonly Offered[] {
  const items = (choices ?? (type === "boolean" ? [true, false] : [])).map(
    (choice): Offered =>
      valueItem(choice, place, JSON.stringify(choice) === JSON.stringify(value) ? "default" : undefined),
  );
  const isWord = place.value === undefined && !place.isQuoted && required !== true;
  return isWord ? [...items, { label: absentWord, kind: "keyword", detail: "left out of the export", rank: 8 }] : items;
}

function valueItem(value: Json, { isQuoted }: CompletionPlace, detail?: string): Offered {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { label: text, kind: "value", detail, insert: isQuoted ? text : JSON.stringify(value), rank: 3 };
}

function textItem(text: string, kind: Offered["kind"], place: CompletionPlace, detail?: string): Offered {
  return { label: text, kind, detail, insert: place.isQuoted ? text : JSON.stringify(text), rank: 3 };
}

function referencedValues({ reference, items }: NodeProperty, place: CompletionPlace): readonly Offered[] {
  const { text, projects } = place;
  const journeys = projects.flatMap(({ model }) => model.model.journeys);
  switch (reference?.kind) {
    case "script": {
      const own = text.bound.journeys.flatMap(({ scripts }) => scripts);
      const declared = [...text.bound.scope.scripts.values(), ...own];
      const titles = new Map(declared.map(({ name, title }) => [name, title]));
      return [...titles].map(([name, title]) => ({ label: name, kind: "script", detail: title, rank: 2 }));
    }
    case "tree":
      return journeys.map(({ id, settings }) =>
        textItem(id, "journey", place, settings.get("innerTreeOnly")?.value === true ? "inner journey" : "journey"),
      );
    case "managedAttribute":
      return [...managedAttributes].map((name) => textItem(name, "value", place, "attribute"));
    case "managedObject":
      return ["managed/${realm}_user", "managed/${realm}_role", "managed/${realm}_organization"].map((name) =>
        textItem(name, "value", place, "managed object"),
      );
    case "emailTemplate":
    case "socialProvider":
    case "saml2Entity": {
      const kinds = {
        emailTemplate: "emailTemplate",
        socialProvider: "socialIdentityProvider",
        saml2Entity: "saml2Entity",
      };
      const wanted = kinds[reference.kind];
      const ids = journeys.flatMap(({ resources }) =>
        resources.filter(({ kind }) => kind === wanted).map(({ id }) => id),
      );
      return [...new Set(ids)].map((id) => textItem(id, "value", place, wanted));
    }
    default:
      return items === "object" ? [] : [];
  }
}

/** Locales that the text does not have at this property yet; those that the project uses come first. */
export function localeCompletions(place: CompletionPlace, written: readonly string[] = []): readonly Offered[] {
  const given = new Set([...written, ...(place.value?.object?.entries.map(({ key }) => key.text) ?? [])]);
  const used = [...place.text.parsed.source.text.matchAll(/^\s*\w+\.([a-z]{2}(?:[-_][A-Z]{2})?)\s*:/gm)].map(
    ([, locale = ""]) => locale,
  );
  return [...new Set([place.text.bound.scope.options.defaultLocale, ...used, ...usualLocales])]
    .filter((locale) => !given.has(locale))
    .map((locale) => ({
      label: locale,
      kind: "locale",
      detail: "locale",
      snippet: `${locale}: "$1"`,
      insert: `${locale}: `,
    }));
}

/** Values of a journey's own settings. */
export function settingValueCompletions(name: string, place: CompletionPlace): readonly Offered[] {
  if (name === "identityResource")
    return referencedValues({ name, type: "string", reference: { kind: "managedObject" } }, place);
  return knownSettings.get(name) === "flag" ? [true, false].map((value) => valueItem(value, place)) : [];
}

/** Names behind `${`, `&{` and `{{` in a text; `undefined` elsewhere. */
export function placeholderCompletions(
  place: CompletionPlace,
  offset: number,
): { readonly start: number; readonly items: readonly Offered[] } | undefined {
  const { text, projects } = place;
  const { source } = text.parsed;
  const line = source.text.slice(source.text.lastIndexOf("\n", offset - 1) + 1, offset);
  const parameter = /(?<!\\)\$\{([\w-]*)$/.exec(line);
  const closes = source.text[offset] === "}" ? "" : "}";
  if (parameter !== null) {
    const names = [realmParameter, ...text.bound.scope.parameters.keys()];
    const items = [...new Set(names)].map(
      (name): Offered => ({
        label: name,
        kind: "parameter",
        detail: name === realmParameter ? "the realm" : "parameter",
        insert: name + closes,
      }),
    );
    return { start: offset - (parameter[1]?.length ?? 0), items };
  }
  const replaced = /\{\{([\w.-]*)$/.exec(line)?.[1];
  if (replaced !== undefined) {
    const rest = source.text.startsWith("}}", offset) ? "" : source.text[offset] === "}" ? "}" : "}}";
    const items = replacedNames(place).map(
      (name): Offered => ({ label: name, kind: "parameter", detail: "put in by the node", insert: name + rest }),
    );
    return { start: offset - replaced.length, items };
  }
  const variable = /&\{([\w.-]*)$/.exec(line);
  if (variable === null) return undefined;
  const names = new Set<string>();
  for (const { texts } of projects)
    for (const each of texts.values())
      for (const [, name = ""] of each.parsed.source.text.matchAll(/&\{(esv\.[\w.-]+)/g)) names.add(name);
  names.delete(variable[1] ?? "");
  const items = [...names]
    .sort()
    .map((name): Offered => ({ label: name, kind: "parameter", detail: "ESV", insert: name + closes }));
  return { start: offset - (variable[1]?.length ?? 0), items };
}

/** The names that the node replaces in the text at a place. */
function replacedNames(place: CompletionPlace): readonly string[] {
  const at = nodeAround(place);
  const { start } = place.range;
  const property = at?.declaration.members.find(({ range }) => range.start <= start && start <= range.end);
  if (at?.node === undefined || property?.kind !== "property") return [];
  return propertiesByName(at.node.type, at.node.version)?.get(property.key.text)?.placeholders ?? [];
}
