import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { bareRealm } from "../../model/realm.js";
import type { JourneyExport } from "./journey-export.js";
import type { ReadOptions } from "./read-result.js";

/**
 * Takes each journey once. Where a realm is wanted, journeys that belong to another one are left out, and it is an error if
 * nothing remains: a journey of another realm is never read in place of the wanted one. Otherwise the first of several
 * journeys with one name is taken. One note for each other realm tells which journeys were left out; two with one name in
 * the same realm are an error.
 */
export function chooseJourneys(
  all: readonly JourneyExport[],
  options: Pick<ReadOptions, "realm" | "usualRealm" | "passesOver">,
  diagnostics: Diagnostic[],
): readonly JourneyExport[] {
  const found = all.filter(({ id }) => options.passesOver?.(id) !== true);
  const wanted = options.realm ?? realmToRead(found, options.usualRealm);
  const inRealm = wanted === undefined ? found : found.filter((exported) => isInRealm(exported, wanted));
  const [first] = found;
  if (first !== undefined && wanted !== undefined && inRealm.length === 0) {
    const realms = [...new Set(found.flatMap(({ realm }) => (realm === undefined ? [] : [bareRealm(realm)])))];
    diagnostics.push(createDiagnostic("wrong-realm", first.places.tree, { wanted, realms }));
    return [];
  }
  const chosen = new Map<string, JourneyExport>();
  const ofOtherRealms = wanted === undefined ? [] : found.filter((exported) => !isInRealm(exported, wanted));
  for (const exported of inRealm) {
    const other = chosen.get(exported.id);
    if (!other) chosen.set(exported.id, exported);
    else if (isOfAnotherRealm(exported, other)) ofOtherRealms.push(exported);
    else {
      const related = [{ place: other.places.tree, message: "First here" }];
      const args = { journey: exported.id };
      diagnostics.push(createDiagnostic("duplicate-journey", exported.places.tree, args, { related }));
    }
  }
  diagnostics.push(...leftOut(ofOtherRealms));
  return [...chosen.values()];
}

/** The one realm to read where any would do: the usual one if there are journeys of it, or else the first. */
function realmToRead(found: readonly JourneyExport[], usual: string | undefined): string | undefined {
  if (usual === undefined) return undefined;
  const realms = found.flatMap(({ realm }) => (realm === undefined ? [] : [realm]));
  return realms.find((realm) => bareRealm(realm) === bareRealm(usual)) ?? realms[0];
}

/** Whether the journey may be in the realm: its own is the same, or not known. */
function isInRealm({ realm }: JourneyExport, wanted: string): boolean {
  return realm === undefined || bareRealm(realm) === bareRealm(wanted);
}

function isOfAnotherRealm({ realm }: JourneyExport, other: JourneyExport): boolean {
  return realm !== undefined && (other.realm === undefined || bareRealm(realm) !== bareRealm(other.realm));
}

function leftOut(journeys: readonly JourneyExport[]): readonly Diagnostic[] {
  const byRealm = new Map<string, JourneyExport[]>();
  for (const exported of journeys) {
    const realm = bareRealm(exported.realm ?? "");
    const others = byRealm.get(realm);
    if (others) others.push(exported);
    else byRealm.set(realm, [exported]);
  }
  return [...byRealm].flatMap(([realm, [first, ...others]]) => {
    if (first === undefined) return [];
    const names = [first, ...others].map(({ id }) => id);
    return [createDiagnostic("other-realm", first.places.tree, { realm, journeys: names })];
  });
}
