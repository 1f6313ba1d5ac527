import type { Journey, Model } from "../../model/model.js";
import { matchJourneys } from "../match/match-journeys.js";
import type { Pairs } from "../match/pairs.js";
import type { Names } from "./renames.js";

type Journeys = Pick<Model, "journeys">;

export interface JourneyRenames {
  readonly names: Names;
  readonly partnerOf: (journey: Journey, version: Journeys) => Journey | undefined;
}

/**
 * Finds the journeys that one side has renamed, and the partner that each journey of the base has on both sides. A text
 * knows a journey by its name, an export by its id.
 */
export function findJourneyRenames(
  base: Journeys,
  changed: Journeys,
  other: Journeys,
  key: "name" | "id" = "name",
): JourneyRenames {
  const pairs = new Map([changed, other].map((version) => [version, pair(base, version)] as const));
  const partnerOf = (journey: Journey, version: Journeys) => pairs.get(version)?.afterOf(journey);
  const taken = new Set([...base.journeys, ...other.journeys].map((each) => each[key]));
  const present = new Set(changed.journeys.map((each) => each[key]));
  const names = new Map<string, string>();
  for (const journey of base.journeys) {
    const now = partnerOf(journey, changed);
    if (now === undefined || now[key] === journey[key] || taken.has(now[key]) || present.has(journey[key])) continue;
    names.set(journey[key], now[key]);
  }
  return { names, partnerOf };
}

/** Pairs journeys; in a text, where ids come from names, a renamed journey is the one that has most of the nodes. */
function pair(before: Journeys, after: Journeys): Pairs<Journey> {
  const pairs = matchJourneys(modelOf(before), modelOf(after));
  for (const journey of before.journeys.filter(pairs.isFreeBefore)) {
    const alike = after.journeys.filter((each) => pairs.isFreeAfter(each) && sharesMost(journey, each));
    if (alike.length === 1 && alike[0] !== undefined) pairs.pair(journey, alike[0]);
  }
  return pairs;
}

function modelOf({ journeys }: Journeys): Model {
  return { journeys, externTypes: new Map(), scenarios: [] };
}

function sharesMost(left: Journey, right: Journey): boolean {
  const known = new Set(left.nodes.map(({ name, typeId }) => `${name}: ${typeId}`));
  const shared = right.nodes.filter(({ name, typeId }) => known.has(`${name}: ${typeId}`)).length;
  return shared * 2 > Math.max(left.nodes.length, right.nodes.length);
}
