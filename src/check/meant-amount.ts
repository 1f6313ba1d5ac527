import { readNumeral } from "../catalogue/check-form.js";
import type { NodeProperty } from "../catalogue/node-type.js";
import type { Json } from "../text/json.js";

/** By what a setting counts, what people write instead, and how much one of that is. */
const otherUnits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  milliseconds: { seconds: 1000, minutes: 60_000 },
  seconds: { milliseconds: 1 / 1000, minutes: 60, hours: 3600, days: 86_400 },
  minutes: { milliseconds: 1 / 60_000, seconds: 1 / 60, hours: 60, days: 1440 },
  hours: { milliseconds: 1 / 3_600_000, seconds: 1 / 3600, minutes: 1 / 60, days: 24 },
  days: { milliseconds: 1 / 86_400_000, seconds: 1 / 86_400, minutes: 1 / 1440, hours: 1 / 24 },
  kilometres: { metres: 1 / 1000 },
  kilobytes: { bytes: 1 / 1024 },
};

/** An amount as a property counts it, and what it is in the unit that was most likely meant. */
export interface MeantAmount {
  /** As a text has it: in quotes where the property takes a text. */
  readonly written: string;
  readonly unit: string;
}

/**
 * What an amount that is out of all use most likely means in another unit: of the amounts that are in use and have no fraction, the one that is
 * nearest to the default, or else the one that was changed least.
 */
export function meantAmount(
  { unit = "", default: usual }: NodeProperty,
  found: number,
  isInUse: (value: number) => boolean,
): MeantAmount | undefined {
  if (!(found > 0)) return undefined;
  const target = amountOf(usual);
  const isText = typeof usual === "string";
  const meant = Object.entries(otherUnits[unit] ?? {})
    .map(([other, size]) => ({ unit: other, value: Number((found * size).toPrecision(12)) }))
    .filter(({ value }) => Number.isInteger(value) && isInUse(value))
    .sort((left, right) => distance(left.value, target ?? found) - distance(right.value, target ?? found));
  const [nearest, second] = meant;
  // Without a usual amount, seven may be minutes as well as days.
  if (nearest === undefined || (second !== undefined && target === undefined && nearest.value > found))
    return undefined;
  const written = isText ? JSON.stringify(String(nearest.value)) : String(nearest.value);
  return { written, unit: nearest.unit };
}

/** How many times one amount is the other one. */
function distance(left: number, right: number): number {
  return Math.abs(Math.log(left / right));
}

/** A number, or the text of one, above 0. */
function amountOf(value: Json | undefined): number | undefined {
  const number = typeof value === "string" ? readNumeral(value) : value;
  return typeof number === "number" && number > 0 ? number : undefined;
}
