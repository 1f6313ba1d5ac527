import { getOwn, isJsonObject, type Json, type JsonObject } from "../../../text/json.js";

/**
 * The directory's attribute names, which `idRepository` takes, and the managed object's names for the same attributes.
 */
const managedNames: ReadonlyMap<string, string> = new Map([
  ["uid", "userName"],
  ["fr-idm-uuid", "_id"],
  ["inetuserstatus", "accountStatus"],
  ["l", "city"],
  ["st", "stateProvince"],
  ["co", "country"],
  ["c", "country"],
  ["street", "postalAddress"],
  ["postaladdress", "postalAddress"],
  ["postalcode", "postalCode"],
  ["givenname", "givenName"],
  ["telephonenumber", "telephoneNumber"],
  ["displayname", "displayName"],
  ["iplanet-am-user-alias-list", "aliasList"],
]);

const generic = /^fr-attr-(i?)(str|multi|date|int)(\d+)$/;
const genericKinds: { readonly [kind: string]: string } = {
  str: "String",
  multi: "Multivalued",
  date: "Date",
  int: "Integer",
};

/** The managed object's name for a directory attribute. An unknown name is taken to be the same in both. */
export function managedName(attribute: string): string {
  const [, indexed, kind = "", number] = generic.exec(attribute) ?? [];
  const type = genericKinds[kind];
  if (type) return `fr${indexed ? "Indexed" : "Unindexed"}${type}${number}`;
  return managedNames.get(attribute.toLowerCase()) ?? attribute;
}

/** The values that the directory has for an attribute. Passwords cannot be read. */
export function directoryValues(user: JsonObject, attribute: string): readonly string[] {
  if (attribute === "fr-idm-custom-attrs") return customAttributes(user);
  if (attribute.toLowerCase() === "cn") return commonName(user);
  const name = managedName(attribute);
  if (name.toLowerCase() === "password" || name.toLowerCase() === "userpassword") return [];
  return valuesOf(getOwn(user, name));
}

function valuesOf(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => valuesOf(item));
  return [isJsonObject(value) ? JSON.stringify(value) : String(value)];
}

/** The directory stores the attributes that a tenant has added as one JSON text. */
function customAttributes(user: JsonObject): readonly string[] {
  const custom = Object.entries(user).filter(([name]) => name.startsWith("custom_"));
  return custom.length === 0 ? [] : [JSON.stringify(Object.fromEntries(custom))];
}

function commonName(user: JsonObject): readonly string[] {
  const own = valuesOf(getOwn(user, "cn"));
  if (own.length > 0) return own;
  const name = [getOwn(user, "givenName"), getOwn(user, "sn")].filter((part) => typeof part === "string").join(" ");
  return name === "" ? [] : [name];
}
