import { nearestName } from "../diagnostics/suggest.js";

/** The attributes of the users of a new tenant, and those that user directories of self-managed deployments have besides. */
export const managedAttributes: ReadonlySet<string> = new Set(
  [
    "_id _rev userName password givenName sn cn mail displayName description telephoneNumber mobile postalAddress city",
    "postalCode country stateProvince preferences accountStatus aliasList kbaInfo consentedMappings profileImage manager",
    "reports roles authzRoles assignments effectiveRoles effectiveAssignments memberOfOrg memberOfOrgIDs adminOfOrg",
    "ownerOfOrg groups applications activeDate inactiveDate passwordLastChangedTime passwordExpirationTime lastSync uid",
    "inetUserStatus employeeNumber title",
  ].flatMap((line) => line.split(" ")),
);

/** What users of a new tenant must have. */
export const mandatoryAttributes: ReadonlySet<string> = new Set(["userName", "givenName", "sn", "mail"]);

/** Names that others use, by the form without case and marks. In the cloud, an attribute of one's own begins with `custom_`. */
const usualElsewhere: Readonly<Record<string, string>> = {
  email: "mail",
  emailaddress: "mail",
  firstname: "givenName",
  lastname: "sn",
  surname: "sn",
  familyname: "sn",
  phone: "telephoneNumber",
  phonenumber: "telephoneNumber",
  telephone: "telephoneNumber",
  zip: "postalCode",
  zipcode: "postalCode",
  postcode: "postalCode",
  state: "stateProvince",
  street: "postalAddress",
  address: "postalAddress",
  status: "accountStatus",
  pwd: "password",
  user: "userName",
};

/** The kinds of the general purpose attributes, by how their names in the directory and in the managed object say them. */
const generalPurpose: Readonly<Record<string, string>> = {
  str: "String",
  string: "String",
  int: "Integer",
  integer: "Integer",
  date: "Date",
  multi: "Multivalued",
  multivalue: "Multivalued",
  multivalued: "Multivalued",
};

const inDirectory = /^fr-attr-(i?)(str|int|date|multi)(\d+)$/i;
const inManagedObject = /^fr[-_ ]?(un)?index(?:ed)?[-_ ]?(str|string|int|integer|date|multi|multivalued?)[-_ ]?(\d+)$/i;

/** The general purpose attribute of the cloud that the directory calls so: `frIndexedString1` for `fr-attr-istr1`. */
export function attributeCalledInDirectory(name: string): string | undefined {
  const [whole, indexed, kind = "", number = ""] = inDirectory.exec(name) ?? [];
  if (whole === undefined) return undefined;
  return `fr${indexed === "" ? "Unindexed" : "Indexed"}${generalPurpose[kind.toLowerCase()]}${number}`;
}

/** The general purpose attribute whose own name is spelt nearly so. */
function generalPurposeMeant(name: string): string | undefined {
  const [whole, without, kind = "", number = ""] = inManagedObject.exec(name) ?? [];
  if (whole === undefined) return undefined;
  return `fr${without === undefined ? "Indexed" : "Unindexed"}${generalPurpose[kind.toLowerCase()]}${number}`;
}

/**
 * The attribute of a user that a name misspells; `undefined` where the name may be right. In the cloud names that are usual
 * elsewhere are wrong too; otherwise a deployment may have them.
 */
export function attributeMeantBy(name: string, isCloud: boolean): string | undefined {
  const [first = ""] = name.replace(/^\//, "").split("/");
  const general = isCloud ? generalPurposeMeant(first) : undefined;
  if (general !== undefined) return general === first ? undefined : general;
  if (managedAttributes.has(first) || first === "" || first.startsWith("custom_") || first.startsWith("fr-"))
    return undefined;
  const plain = first.toLowerCase().replace(/[-_ ]/g, "");
  const sameWord = [...managedAttributes].find((each) => each.toLowerCase() === plain);
  if (sameWord !== undefined) return sameWord;
  if (isCloud && Object.hasOwn(usualElsewhere, plain)) return usualElsewhere[plain];
  // A short name, and one that only ends in another number or word, is rather a name of its own.
  if (plain.length < 5 || /\d$/.test(plain) || Object.hasOwn(usualElsewhere, plain)) return undefined;
  const near = nearestName(first, managedAttributes);
  if (near !== undefined) return near;
  const elsewhere = nearestName(first, Object.keys(usualElsewhere));
  return elsewhere === undefined ? undefined : usualElsewhere[elsewhere];
}
