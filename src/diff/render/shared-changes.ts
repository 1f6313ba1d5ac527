import type { Change, JourneyDifference } from "../difference.js";
import { nodeText, withScriptTitles } from "./describe-change.js";
import { describeValue } from "./describe-value.js";
import { type Described, name, plain } from "./described.js";

/** Number of journeys from which the same change is told once for all of them. */
const severalJourneys = 3;

/** Number of places that are named; the others are counted. */
const mostPlaces = 12;

/** Changes that several journeys have alike, as when a theme or a script of a whole tenant changes, in words. */
export interface SharedChanges {
  readonly changes: ReadonlySet<Change>;
  readonly described: readonly Described[];
}

/** Finds the settings that several journeys change alike. */
export function sharedChanges(journeys: readonly JourneyDifference[]): SharedChanges {
  const groups = new Map<string, { readonly journey: string; readonly change: Change }[]>();
  for (const each of journeys) {
    for (const change of each.kind === "journey-changed" ? each.changes : []) {
      const key = likenessOf(change);
      const group = key === undefined ? undefined : groups.get(key);
      if (group) group.push({ journey: each.journey, change });
      else if (key !== undefined) groups.set(key, [{ journey: each.journey, change }]);
    }
  }
  const several = [...groups.values()].filter(
    (group) => new Set(group.map(({ journey }) => journey)).size >= severalJourneys,
  );
  return {
    changes: new Set(several.flatMap((group) => group.map(({ change }) => change))),
    described: several.map(describe),
  };
}

function likenessOf(change: Change): string | undefined {
  if (change.kind !== "journey-setting" && change.kind !== "node-setting") return undefined;
  const { path, before, after } = change.kind === "node-setting" ? withScriptTitles(change) : change.change;
  return JSON.stringify([change.kind, path, before ?? null, after ?? null, before === undefined]);
}

function describe(group: readonly { readonly journey: string; readonly change: Change }[]): Described {
  const change = group[0]?.change;
  const value =
    change?.kind === "node-setting"
      ? withScriptTitles(change)
      : change?.kind === "journey-setting"
        ? change.change
        : { path: [], before: undefined, after: undefined };
  const journeys = new Set(group.map(({ journey }) => journey)).size;
  const subject =
    change?.kind === "node-setting" ? `${group.length} nodes of ${journeys} journeys` : `${journeys} journeys`;
  const { sign, pieces, lines, details } = describeValue([name(subject), plain(": ")], value);
  const places = group.map(({ journey, change: each }) =>
    each.kind === "node-setting" ? `${journey}: ${nodeText(each.node)}` : journey,
  );
  const shown = places.slice(0, mostPlaces).flatMap((place, at) => [...(at > 0 ? [plain(", ")] : []), name(place)]);
  const more = places.length - mostPlaces;
  return { sign, pieces, lines, details: [...details, more > 0 ? [...shown, plain(` and ${more} more`)] : shown] };
}
