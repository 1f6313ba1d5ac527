/** The realm of journeys where no other one is given. */
export const defaultRealm = "alpha";

/**
 * The name of a realm, which tools write as `alpha`, `/alpha` or `root-alpha`. The top realm is `root`.
 */
export function bareRealm(realm: string): string {
  const name = realm.replace(/^\/+|\/+$/g, "").replaceAll("/", "-");
  return name === "" ? "root" : name.replace(/^root-(?=.)/, "");
}

/** The managed object of the users of a realm. */
export function usersOfRealm(realm: string): string {
  return `managed/${realm}_user`;
}

const managedObject = /^(managed\/)([A-Za-z0-9-]+)(_\w+)$/;

/**
 * Splits the name of a managed object (`managed/alpha_user`) into the parts before and after the realm; `undefined` for
 * any other text. Texts write `${realm}` between the two, so that one source works for every realm.
 */
export function aroundRealm(text: string, realm: string): readonly [before: string, after: string] | undefined {
  const [, before = "", found, after = ""] = managedObject.exec(text) ?? [];
  return found === realm ? [before, after] : undefined;
}
