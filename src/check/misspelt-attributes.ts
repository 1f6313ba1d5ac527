import { isPlaceholder } from "../catalogue/placeholder.js";
import type { Place } from "../diagnostics/diagnostic.js";
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
}

const ofUsers = /^managed\/(?:(alpha|bravo)_)?user$/;

/** Finds the names of users' attributes that are near to one of a new tenant's, but are none. */
export function misspeltAttributes(journey: Journey, nodes: readonly JourneyNode[]): readonly MisspeltAttribute[] {
  const own = journey.settings.get("identityResource")?.value;
  return nodes.flatMap((node) => {
    const resource = node.properties.get("identityResource")?.value ?? own;
    const users = ofUsers.exec(typeof resource === "string" && resource !== "null" ? resource : "managed/user");
    if (users === null) return [];
    return markedProperties(node).references.flatMap(({ name, reference }) => {
      const setting = node.properties.get(name);
      if (reference?.kind !== "managedAttribute" || setting === undefined) return [];
      return misspeltIn(setting, users[1] !== undefined).map((found) => ({ node, property: name, ...found }));
    });
  });
}

type InSetting = Omit<MisspeltAttribute, "node" | "property">;

function misspeltIn({ value, inner, place }: Setting, isCloud: boolean): readonly InSetting[] {
  const isList = Array.isArray(value);
  const values: readonly Json[] = isList ? value : [value];
  return values.flatMap((written, index) => {
    if (typeof written !== "string" || isPlaceholder(written)) return [];
    const at = inner?.get(`/${index}`) ?? place;
    // `["givenName, sn"]`
    const parts = written.split(/[,;|\s]+/).filter((part) => part !== "");
    if (isList && parts.length > 1 && parts.every(isAttribute)) return [{ written, meant: parts, place: at }];
    // Lists name what the state holds, which a script may call as the directory does.
    const ofDirectory = isCloud && !isList ? attributeCalledInDirectory(written) : undefined;
    const right = ofDirectory ?? attributeMeantBy(written, isCloud);
    return right === undefined ? [] : [{ written, meant: [right], place: at }];
  });
}

function isAttribute(name: string): boolean {
  return managedAttributes.has(name) || name.startsWith("custom_") || name.startsWith("fr-");
}
