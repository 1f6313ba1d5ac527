import type { Journey } from "../../model/model.js";
import { bareRealm, defaultRealm } from "../../model/realm.js";
import { findJourneys } from "../read/read-folder.js";

/**
 * The realms that journeys are written for: the one that somebody has chosen, or else the one that the journey was read from, or
 * else the one in which the folder holds it already, or else the default.
 */
export class TargetRealms {
  readonly #files: ReadonlyMap<string, string>;
  readonly #chosen: string | undefined;
  #there: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(files: ReadonlyMap<string, string>, chosen: string | undefined) {
    this.#files = files;
    this.#chosen = chosen;
  }

  of({ id, origin }: Journey): string {
    const own = origin.kind === "text" ? undefined : origin.realm;
    return own ?? this.#chosen ?? this.#onlyRealmThere(id) ?? defaultRealm;
  }

  #onlyRealmThere(id: string): string | undefined {
    this.#there ??= realmsByJourney(this.#files);
    const [first, ...others] = this.#there.get(id) ?? [];
    return others.length === 0 ? first : undefined;
  }
}

function realmsByJourney(files: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, realm } of findJourneys(files, {}).journeys) {
    if (realm !== undefined) found.set(id, (found.get(id) ?? new Set()).add(bareRealm(realm)));
  }
  return found;
}
