import type { Severity } from "../../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { bareRealm } from "../../model/realm.js";
import { areEqual, twoFolders } from "./equal-exports.js";
import type { JourneyExport } from "./journey-export.js";
import type { ReadOptions } from "./read-result.js";

/**
 * Takes each journey once. Where a realm is wanted, journeys that belong to another one are left out, and it is an error if
 * nothing remains: a journey of another realm is never read in place of the wanted one. Otherwise the first of several
 * journeys with one name is taken. One note for each other realm tells which journeys were left out; two with one name in
 * the same realm are an error, unless they are equal and lie in two folders.
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
    const meant = realmMeantBy(wanted, realms);
    diagnostics.push(createDiagnostic("wrong-realm", first.places.tree, { wanted, realms, meant }));
    return [];
  }
  const chosen = new Map<string, JourneyExport>();
  const twins: Twin[] = [];
  const ofOtherRealms = wanted === undefined ? [] : found.filter((exported) => !isInRealm(exported, wanted));
  for (const exported of inRealm) {
    const other = chosen.get(exported.id);
    if (!other) chosen.set(exported.id, exported);
    else if (isOfAnotherRealm(exported, other)) ofOtherRealms.push(exported);
    else {
      const folders = areEqual(exported, other) ? twoFolders(other, exported) : undefined;
      if (folders !== undefined) {
        twins.push({ exported, other, folders });
        continue;
      }
      const related = [{ place: other.places.tree, message: "First here" }];
      const args = { journey: exported.id };
      diagnostics.push(createDiagnostic("duplicate-journey", exported.places.tree, args, { related }));
    }
  }
  diagnostics.push(...inTwoFolders(twins));
  diagnostics.push(...leftOut(ofOtherRealms, severityOf(options, wanted, ofOtherRealms.length > chosen.size)));
  return [...chosen.values()];
}

/** A journey that is the same in two folders, in whatever form. */
interface Twin {
  readonly exported: JourneyExport;
  readonly other: JourneyExport;
  readonly folders: readonly [string, string];
}

/** Two folders with the same journeys are two halves of a configuration, or two copies: nothing is at odds, and one note tells it. */
function inTwoFolders(twins: readonly Twin[]): readonly Diagnostic[] {
  const byFolders = new Map<string, Twin[]>();
  for (const twin of twins) {
    const key = twin.folders.join("\n");
    const others = byFolders.get(key);
    if (others) others.push(twin);
    else byFolders.set(key, [twin]);
  }
  return [...byFolders.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const args = { journey: first.exported.id, same: group.map(({ exported }) => exported.id), folders: first.folders };
    const related = [{ place: first.other.places.tree, message: "First here" }];
    return [createDiagnostic("duplicate-journey", first.exported.places.tree, args, { related, severity: "info" })];
  });
}

/** The one realm to read where any would do: the usual one if there are journeys of it, or else the first. */
function realmToRead(found: readonly JourneyExport[], usual: string | undefined): string | undefined {
  if (usual === undefined) return undefined;
  const realms = found.flatMap(({ realm }) => (realm === undefined ? [] : [realm]));
  return realms.find((realm) => bareRealm(realm) === bareRealm(usual)) ?? realms[0];
}

/** The realm that a spelling means: in another case, in part, or with a slip. */
function realmMeantBy(written: string, realms: readonly string[]): string | undefined {
  const wanted = bareRealm(written).toLowerCase();
  return (
    realms.find((realm) => realm.toLowerCase() === wanted) ??
    nearestName(wanted, realms) ??
    realms.find((realm) => isPathOf(realm.toLowerCase(), wanted) || isPathOf(wanted, realm.toLowerCase()))
  );
}

/** Whether a realm is named by its own name alone, without the realms above it. */
function isPathOf(path: string, realm: string): boolean {
  return path.endsWith(`-${realm}`);
}

/** Whether the journey may be in the realm: its own is the same, or not known. */
function isInRealm({ realm }: JourneyExport, wanted: string): boolean {
  return realm === undefined || bareRealm(realm) === bareRealm(wanted);
}

function isOfAnotherRealm({ realm }: JourneyExport, other: JourneyExport): boolean {
  return realm !== undefined && (other.realm === undefined || bareRealm(realm) !== bareRealm(other.realm));
}

/**
 * How serious it is that journeys of other realms are left out: where nobody has chosen the realm, a warning if another one than the usual
 * is read, or if more is left out than read.
 */
function severityOf(
  { realm, usualRealm }: Pick<ReadOptions, "realm" | "usualRealm">,
  taken: string | undefined,
  isMost: boolean,
): Severity {
  if (realm !== undefined || usualRealm === undefined || taken === undefined) return "info";
  return isMost || bareRealm(taken) !== bareRealm(usualRealm) ? "warning" : "info";
}

function leftOut(journeys: readonly JourneyExport[], severity: Severity): readonly Diagnostic[] {
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
    return [createDiagnostic("other-realm", first.places.tree, { realm, journeys: names }, { severity })];
  });
}
