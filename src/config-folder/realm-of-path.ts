import { bareRealm } from "../model/realm.js";

/** Where tools put the realm into the paths of journeys and scripts: fr-config-manager, frodo, and file-based configuration. */
const layouts: readonly RegExp[] = [
  /^.*(?:^|\/)realms\/([^/]+)\/(?:journeys|scripts)\//,
  /^.*(?:^|\/)realm\/([^/]+)\/(?:journey|script)s?\//,
  /^.*(?:^|\/)services\/realm\/([^/]+)\//,
];

/** The realm that the path of a file names; `undefined` where it names none. */
export function realmOfPath(path: string): string | undefined {
  for (const layout of layouts) {
    const realm = layout.exec(path)?.[1];
    if (realm !== undefined) return bareRealm(realm);
  }
  return undefined;
}
