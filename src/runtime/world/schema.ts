import type { AttributeSchema } from "./world-options.js";

/** Attributes of `managed/alpha_user` as a new tenant has them, as far as journeys ask for them. */
const namedAttributes: { readonly [attribute: string]: AttributeSchema } = {
  userName: {
    title: "Username",
    required: true,
    policies: [
      { policyId: "valid-username" },
      { policyId: "cannot-contain-characters", params: { forbiddenChars: ["/"] } },
      { policyId: "minimum-length", params: { minLength: 1 } },
      { policyId: "maximum-length", params: { maxLength: 255 } },
      { policyId: "unique" },
    ],
  },
  password: {
    title: "Password",
    viewable: false,
    policies: [
      { policyId: "minimum-length", params: { minLength: 8 } },
      { policyId: "at-least-X-capitals", params: { numCaps: 1 } },
      { policyId: "at-least-X-numbers", params: { numNums: 1 } },
      { policyId: "cannot-contain-others", params: { disallowedFields: ["userName", "givenName", "sn"] } },
    ],
  },
  givenName: { title: "First Name", required: true },
  sn: { title: "Last Name", required: true },
  mail: { title: "Email Address", required: true, policies: [{ policyId: "valid-email-address-format" }] },
  displayName: { title: "Display Name" },
  description: { title: "Description" },
  telephoneNumber: { title: "Telephone Number" },
  postalAddress: { title: "Address 1" },
  city: { title: "City" },
  postalCode: { title: "Postal Code" },
  country: { title: "Country" },
  stateProvince: { title: "State/Province" },
  "preferences/updates": { title: "Send me news and updates", type: "boolean" },
  "preferences/marketing": { title: "Send me special offers and services", type: "boolean" },
  preferences: { title: "Preferences", type: "object" },
  accountStatus: { title: "Status", userEditable: false },
  aliasList: { title: "User Alias Names List", type: "array" },
  kbaInfo: { title: "KBA Info", type: "array" },
  consentedMappings: { title: "Consented Mappings", type: "array" },
  profileImage: { title: "Profile Image" },
};

/** Attributes that tenants may use as they like: five of each kind. */
function genericAttributes(): readonly (readonly [string, AttributeSchema])[] {
  const kinds = {
    String: "string",
    Date: "string",
    Multivalued: "array",
    Integer: "number",
    Boolean: "boolean",
  } as const;
  return Object.entries(kinds).flatMap(([kind, type]) =>
    [1, 2, 3, 4, 5].map((number) => {
      const title = `Generic Unindexed ${kind} ${number}`;
      return [`frUnindexed${kind}${number}`, { title, type }] as const;
    }),
  );
}

/** The schema of users: what is given goes over what the platform has, attribute by attribute. */
export function schemaOf(
  given: { readonly [attribute: string]: AttributeSchema } = {},
): ReadonlyMap<string, AttributeSchema> {
  const schema = new Map<string, AttributeSchema>([...Object.entries(namedAttributes), ...genericAttributes()]);
  for (const [name, attribute] of Object.entries(given)) schema.set(name, { ...schema.get(name), ...attribute });
  return schema;
}

/** `required` and `policies` come from the schema; an attribute's kind of callback from its type. */
export function titleOf(name: string, schema: AttributeSchema | undefined): string {
  return schema?.title || schema?.description || name;
}
