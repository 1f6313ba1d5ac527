import type { AttributeSchema } from "./world-options.js";

/** The attributes of `managed/alpha_user` in a new tenant that journeys usually ask for. */
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

/** The attributes that tenants may use freely: five of each kind, with an index and without. */
function genericAttributes(): readonly (readonly [string, AttributeSchema])[] {
  const kinds = {
    String: "string",
    Date: "string",
    Multivalued: "array",
    Integer: "number",
    Boolean: "boolean",
  } as const;
  return Object.entries(kinds).flatMap(([kind, type]) =>
    ["Indexed", "Unindexed"].flatMap((index) =>
      [1, 2, 3, 4, 5].map((number) => {
        const title = `Generic ${index} ${kind} ${number}`;
        return [`fr${index}${kind}${number}`, { title, type }] as const;
      }),
    ),
  );
}

/** The schema of users: the given attributes override those of a new tenant, one by one. */
export function schemaOf(
  given: { readonly [attribute: string]: AttributeSchema } = {},
): ReadonlyMap<string, AttributeSchema> {
  const schema = new Map<string, AttributeSchema>([...Object.entries(namedAttributes), ...genericAttributes()]);
  for (const [name, attribute] of Object.entries(given)) schema.set(name, { ...schema.get(name), ...attribute });
  return schema;
}

/** The prompt of an attribute: its title, or else its description, or else its name. */
export function titleOf(name: string, schema: AttributeSchema | undefined): string {
  return schema?.title || schema?.description || name;
}
