/** The realm of journeys where no other one is given. */
export const defaultRealm = "alpha";

/**
 * The name of a realm, which tools write as `alpha`, `/alpha` or `root-alpha`. The top realm is `root`.
 */
export function bareRealm(realm: string): string {
  const name = realm.replace(/^\/+|\/+$/g, "").replaceAll("/", "-");
  return name === "" ? "root" : name.replace(/^root-(?=.)/, "");
}

/** The name of a realm that is written as people know it from elsewhere: `/alpha`, `realms/root/realms/alpha`, `Alpha`, `managed/alpha_user`. */
export function realmName(written: string): string | undefined {
  const parts = written.trim().split("/");
  const [last = "", ...others] = parts.filter((part) => !/^(?:|realms|root|managed)$/.test(part));
  if (others.length > 0) return undefined;
  const plain = last.replace(/^(alpha|bravo)_(?:user|role|organization)$/i, "$1");
  if (plain === "" || !/^[\w.-]+$/.test(plain)) return undefined;
  return /^(?:alpha|bravo)$/i.test(plain) ? plain.toLowerCase() : plain;
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
