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
};

/**
 * The attribute of a user that a name misspells; `undefined` where the name may be right. In the cloud names that are usual
 * elsewhere are wrong too; otherwise a deployment may have them.
 */
export function attributeMeantBy(name: string, isCloud: boolean): string | undefined {
  const [first = ""] = name.replace(/^\//, "").split("/");
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
