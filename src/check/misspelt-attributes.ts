import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { attributeCalledInDirectory, attributeMeantBy, managedAttributes } from "../model/managed-attributes.js";
import type { Journey, JourneyNode, Setting } from "../model/model.js";
import type { Json } from "../text/json.js";
import { markedProperties } from "./marked-properties.js";

/** A name in a setting that is near to an attribute of users. */
export interface MisspeltAttribute {
  readonly node: JourneyNode;
  readonly property: string;
  readonly written: string;
  /** What is meant: one attribute, or several that stand in one text of a list. */
  readonly meant: readonly string[];
  readonly place: Place;
  /** The whole text of the setting with the right name in it, where the name is a part of it. */
  readonly text?: string;
}

const ofUsers = /^managed\/(?:(alpha|bravo)_)?user$/;

/** Finds the names of users' attributes that are near to one of a new tenant's, but are none. */
export function misspeltAttributes(journey: Journey, nodes: readonly JourneyNode[]): readonly MisspeltAttribute[] {
  const own = journey.settings.get("identityResource")?.value;
  const found: MisspeltAttribute[] = [];
  for (const node of nodes) {
    const { filters, references } = markedProperties(node);
    if (filters.length === 0 && references.length === 0) continue;
    const resource = node.properties.get("identityResource")?.value ?? own;
    const users = ofUsers.exec(typeof resource === "string" && resource !== "null" ? resource : "managed/user");
    if (users === null) continue;
    const isCloud = users[1] !== undefined;
    for (const { name: property, reference } of references) {
      const setting = reference?.kind === "managedAttribute" ? node.properties.get(property) : undefined;
      if (setting === undefined) continue;
      for (const each of misspeltIn(setting, isCloud)) found.push({ node, property, ...each });
    }
    for (const property of filters) {
      const setting = node.properties.get(property);
      if (setting === undefined) continue;
      for (const each of misspeltInFilter(setting, isCloud)) found.push({ node, property, ...each });
    }
  }
  return found;
}

type InSetting = Omit<MisspeltAttribute, "node" | "property">;

function misspeltIn({ value, inner, place }: Setting, isCloud: boolean): readonly InSetting[] {
  const isList = Array.isArray(value);
  const values: readonly Json[] = isList ? value : [value];
  return values.flatMap((written, index) => {
    if (typeof written !== "string" || managedAttributes.has(written) || isPlaceholder(written)) return [];
    const at = inner?.get(`/${index}`) ?? place;
    // `["givenName, sn"]`
    const parts = written.split(/[,;|\s]+/).filter((part) => part !== "");
    if (isList && parts.length > 1 && parts.every(isAttribute)) return [{ written, meant: parts, place: at }];
    // Lists name what the state holds, which a script may call as the directory does.
    const ofDirectory = isCloud && !isList ? attributeCalledInDirectory(written) : undefined;
    const right = ofDirectory ?? memberMeantBy(written, isList) ?? attributeMeantBy(written, isCloud);
    return right === undefined ? [] : [{ written, meant: [right], place: at }];
  });
}

/** What users have below an attribute, in a new tenant. */
const members: ReadonlyMap<string, readonly string[]> = new Map([["preferences", ["updates", "marketing"]]]);

/** `preferences.updates` and `preferences/update`; in a list of what is collected, `/mail` as well. */
function memberMeantBy(written: string, isList: boolean): string | undefined {
  const path = isList ? written.replace(/^\/(?=\w)/, "") : written;
  const [first = "", member, more] = path.split(/[./]/);
  const known = members.get(first);
  if (known === undefined || member === undefined || more !== undefined)
    return path !== written && isAttribute(path) ? path : undefined;
  const right = `${first}/${known.includes(member) ? member : (nearestName(member, known) ?? member)}`;
  return right === written ? undefined : right;
}

/** The first attribute of a query filter that is misspelt. */
function misspeltInFilter({ value, place }: Setting, isCloud: boolean): readonly InSetting[] {
  if (typeof value !== "string" || isPlaceholder(value)) return [];
  const plain = value.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (text) => " ".repeat(text.length));
  for (const match of plain.matchAll(
    /(?<=^|[\s(!])(\/?)([A-Za-z][\w./-]*)(?=\s+(?:eq|co|sw|lt|le|gt|ge|pr)(?![\w/]))/g,
  )) {
    const [, slash = "", written = ""] = match;
    const right = memberMeantBy(written, false) ?? attributeMeantBy(written, isCloud);
    if (right === undefined) continue;
    const start = match.index + slash.length;
    const text = value.slice(0, start) + right + value.slice(start + written.length);
    return [{ written, meant: [right], place, text }];
  }
  return [];
}

function isAttribute(name: string): boolean {
  return managedAttributes.has(name) || name.startsWith("custom_") || name.startsWith("fr-");
}
