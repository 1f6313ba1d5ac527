import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { JourneyExport } from "./journey-export.js";

/**
 * Takes each journey once. Of two journeys with one name in different realms, the one of the wanted realm is taken, or
 * else the first, and one note for each other realm tells which journeys were left out. Two of the same realm are an
 * error.
 */
export function chooseJourneys(
  found: readonly JourneyExport[],
  realm: string | undefined,
  diagnostics: Diagnostic[],
): readonly JourneyExport[] {
  const chosen = new Map<string, JourneyExport>();
  const leftOut: { readonly exported: JourneyExport; readonly other: JourneyExport }[] = [];
  for (const exported of found) {
    const other = chosen.get(exported.id);
    if (!other) {
      chosen.set(exported.id, exported);
    } else if (realm !== undefined && isInRealm(exported, realm) && !isInRealm(other, realm)) {
      chosen.set(exported.id, exported);
      leftOut.push({ exported: other, other: exported });
    } else {
      leftOut.push({ exported, other });
    }
  }
  diagnostics.push(...reportLeftOut(leftOut));
  return [...chosen.values()];
}

function reportLeftOut(
  leftOut: readonly { readonly exported: JourneyExport; readonly other: JourneyExport }[],
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byRealm = new Map<string, JourneyExport[]>();
  for (const { exported, other } of leftOut) {
    const realm = exported.realm && bareRealm(exported.realm);
    if (realm !== undefined && realm !== (other.realm && bareRealm(other.realm))) {
      const journeys = byRealm.get(realm);
      if (journeys) journeys.push(exported);
      else byRealm.set(realm, [exported]);
      continue;
    }
    const related = [{ place: other.places.tree, message: "First here" }];
    diagnostics.push(
      createDiagnostic("duplicate-journey", exported.places.tree, { journey: exported.id }, { related }),
    );
  }
  for (const [realm, journeys] of byRealm) {
    const first = journeys[0];
    if (!first) continue;
    const names = journeys.map((journey) => journey.id);
    diagnostics.push(createDiagnostic("other-realm", first.places.tree, { realm, journeys: names }));
  }
  return diagnostics;
}

/** Whether the journey is in the realm, which tools write as `alpha`, `/alpha` or `root-alpha`. */
function isInRealm(exported: JourneyExport, realm: string): boolean {
  return exported.realm !== undefined && bareRealm(exported.realm) === bareRealm(realm);
}

function bareRealm(realm: string): string {
  return realm.replace(/^\/+/, "").replace(/^root-/, "");
}
