import { getOwn, isJsonObject, type Json, type JsonObject } from "../../../text/json.js";

/** Attributes of the directory under the names that `idRepository` takes, and the managed object's names for them. */
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

/** The managed object's name for a directory attribute; a name that nobody knows is the same in both. */
export function managedName(attribute: string): string {
  const [, indexed, kind = "", number] = generic.exec(attribute) ?? [];
  const type = genericKinds[kind];
  if (type) return `fr${indexed ? "Indexed" : "Unindexed"}${type}${number}`;
  return managedNames.get(attribute.toLowerCase()) ?? attribute;
}

/** The values that the directory has for an attribute. Passwords are never read. */
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

/** Attributes that a tenant has added are kept as one JSON text. */
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
