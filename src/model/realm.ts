/** The realm that journeys are for, unless another one is named. */
export const defaultRealm = "alpha";

/** The managed object of a realm's users. */
export function usersOfRealm(realm: string): string {
  return `managed/${realm}_user`;
}

const managedObject = /^(managed\/)([A-Za-z0-9-]+)(_\w+)$/;

/**
 * What stands before and after the realm's name where a text names a managed object of it (`managed/alpha_user`); `undefined` for any
 * other text. Texts write `${realm}` between the two, so that one source serves every realm.
 */
export function aroundRealm(text: string, realm: string): readonly [before: string, after: string] | undefined {
  const [, before = "", found, after = ""] = managedObject.exec(text) ?? [];
  return found === realm ? [before, after] : undefined;
}
