import type { NodeProperty } from "../../catalogue/node-type.js";
import { defaultOf } from "../../model/known-properties.js";
import type { Setting } from "../../model/model.js";
import type { Property } from "../../syntax/ast.js";
import { absentWord } from "../../syntax/reserved-names.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { makeProperty, makeWord } from "./make-syntax.js";
import type { SyntaxContext } from "./syntax-context.js";
import { valueToSyntax } from "./value-to-syntax.js";

/** The properties of a node, and what is known about them. */
export interface PropertySource {
  readonly properties: ReadonlyMap<string, Setting>;
  /** `undefined` for an unknown type, whose properties are all allowed and have no defaults. */
  readonly known: ReadonlyMap<string, NodeProperty> | undefined;
  /** Whether the node is a page, whose list of inner nodes is not a property. */
  readonly isPage: boolean;
}

/**
 * Writes a node's properties in the order of the admin UI, and then those that the catalogue does not know, by name.
 */
export function propertiesToSyntax(source: PropertySource, context: SyntaxContext): readonly Property[] {
  const written: Property[] = [];
  for (const key of orderedKeys(source, context)) {
    const definition = source.known?.get(key);
    const setting = source.properties.get(key);
    if (setting === undefined) written.push(makeProperty(key, makeWord(absentWord)));
    else if (!isLeftOut(setting.value, definition, context)) {
      written.push(...propertyToSyntax(key, setting.value, definition, source.known !== undefined, context));
    }
  }
  return written;
}

/** Properties that the export lacks although the binder would add a default. */
export function absentKeys(source: PropertySource, identityResource: string | undefined): readonly string[] {
  return missing(source, (property) => defaultOf(property, identityResource) !== undefined);
}

/** Properties that the platform requires and this node lacks; writing them as absent says that this is no mistake. */
function lackingKeys(source: PropertySource, identityResource: string | undefined): readonly string[] {
  return missing(source, (property) => isDemanded(property) && defaultOf(property, identityResource) === undefined);
}

/** Properties that `--minimal` leaves out. */
export function defaultedKeys(source: PropertySource, identityResource: string | undefined): readonly string[] {
  return [...source.properties].flatMap(([key, { value }]) => {
    const definition = source.known?.get(key);
    const byDefault = definition && defaultOf(definition, identityResource);
    return byDefault !== undefined && isSameJson(value, byDefault) ? [key] : [];
  });
}

function missing(source: PropertySource, isMeant: (property: NodeProperty) => boolean): readonly string[] {
  const keys: string[] = [];
  for (const property of source.known?.values() ?? []) {
    if (source.properties.has(property.name) || (source.isPage && property.name === "nodes")) continue;
    if (isMeant(property)) keys.push(property.name);
  }
  return keys;
}

/** Whether the binder requires a property. It does not require secrets, because they are never exported. */
function isDemanded(property: NodeProperty): boolean {
  const { required, secret, observedOnly, legacy } = property;
  return (
    required === true && property.default === undefined && secret !== true && observedOnly !== true && legacy !== true
  );
}

function orderedKeys(source: PropertySource, context: SyntaxContext): readonly string[] {
  const absent = context.exportOptions.defaults ? absentKeys(source, context.identityResource) : [];
  const lacking = lackingKeys(source, context.identityResource);
  const rank = (key: string) => source.known?.get(key)?.order ?? Number.POSITIVE_INFINITY;
  return [...source.properties.keys(), ...absent, ...lacking].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    if (left !== right) return left < right ? -1 : 1;
    return a < b ? -1 : 1;
  });
}

function isLeftOut(value: Json, definition: NodeProperty | undefined, context: SyntaxContext): boolean {
  if (!context.options.minimal || definition === undefined || !context.exportOptions.defaults) return false;
  const byDefault = defaultOf(definition, context.identityResource);
  return byDefault !== undefined && isSameJson(value, byDefault);
}

function propertyToSyntax(
  key: string,
  value: Json,
  definition: NodeProperty | undefined,
  typeIsKnown: boolean,
  context: SyntaxContext,
): readonly Property[] {
  if (definition?.localized === true) {
    const texts = localesToSyntax(key, value, context);
    if (texts !== undefined) return texts;
  }
  const mayNameScript = definition === undefined ? !typeIsKnown : definition.reference?.kind === "script";
  const scriptName = (id: string) => context.scripts.use(id, definition?.reference?.contexts?.[0]);
  const values = { realm: context.options.realm, ...(mayNameScript ? { scriptName } : {}) };
  return [makeProperty(key, valueToSyntax(value, values))];
}

/**
 * A localised text as one line per locale, the default locale first and without a locale. `undefined` where only an
 * object can express it: without locales, with values that are not texts, or with a text that would be read as a
 * placeholder.
 */
function localesToSyntax(key: string, value: Json, context: SyntaxContext): readonly Property[] | undefined {
  if (!isJsonObject(value)) return undefined;
  const { defaultLocale, realm } = context.options;
  const locales = Object.keys(value).sort();
  if (locales.length === 0 || !locales.every((locale) => isPlainText(value[locale]) && locale !== "")) return undefined;
  const ordered = locales.filter((locale) => locale !== defaultLocale);
  if (locales.length > ordered.length) ordered.unshift(defaultLocale);
  return ordered.map((locale) =>
    makeProperty(key, valueToSyntax(value[locale] ?? null, { realm }), locale === defaultLocale ? undefined : locale),
  );
}

function isPlainText(value: Json | undefined): boolean {
  return typeof value === "string" && !value.startsWith("&{");
}
