import { unitLength } from "../text/duration.js";
import type { Json } from "../text/json.js";
import type { ExpectedValue } from "./expected-value.js";

/** Units of length in metres, and of data in bytes; those of time are the platform's. */
const others: readonly { readonly [unit: string]: number }[] = [
  {
    m: 1,
    meter: 1,
    meters: 1,
    metre: 1,
    metres: 1,
    km: 1000,
    kilometer: 1000,
    kilometers: 1000,
    kilometre: 1000,
    kilometres: 1000,
  },
  {
    b: 1,
    byte: 1,
    bytes: 1,
    k: 1024,
    kb: 1024,
    kib: 1024,
    kilobyte: 1024,
    kilobytes: 1024,
    mb: 1024 ** 2,
    mib: 1024 ** 2,
    megabytes: 1024 ** 2,
  },
];

/** Beside those that the platform writes. */
const moreWords: { readonly [unit: string]: string } = { secs: "s", mins: "min", hr: "h", hrs: "h", msec: "ms" };

const amount = /(\d+(?:[.,]\d+)?)\s*([a-z%]+)\.?/gi;
const allAmounts = /^\s*(?:\d+(?:[.,]\d+)?\s*[a-z%]+\.?[\s,]*(?:and\s+)?)+$/i;
/** A duration in the form of ISO 8601. */
const inIso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Whether a text is an amount with its unit: `7d`, `1h 30m`, `PT5M`, `2 km`, `50%`. */
export function hasUnit(text: string): boolean {
  return allAmounts.test(text) || (inIso.test(text) && /\d/.test(text));
}

/** The number that an amount with its unit is in the unit of the property; `undefined` where it is not known, or not taken. */
export function inOwnUnit(text: string, pointer: string, expected: ExpectedValue): Json | undefined {
  if (!hasUnit(text)) return undefined;
  const { unit, maximum, fits } = expected;
  const [, percentage] = /^(\d+(?:\.\d+)?)\s*(?:%|percent)$/i.exec(text.trim()) ?? [];
  const [, times] = /^(\d+)\s*(?:times?|attempts?|tries)$/i.exec(text.trim()) ?? [];
  const number =
    percentage !== undefined
      ? Number(percentage) / (maximum === 1 ? 100 : 1)
      : times !== undefined
        ? Number(times)
        : unit && converted(text, unit);
  if (number === undefined || number === "") return undefined;
  return [number, String(number)].find((value) => fits(value, pointer));
}

/** The number of `unit` in all amounts of a text. */
function converted(text: string, unit: string): number | undefined {
  const isTime = unitLength(unit) !== undefined;
  const lengthOf = isTime
    ? (word: string) => unitLength(moreWords[word] ?? word)
    : (word: string) => others.find((units) => Object.hasOwn(units, unit))?.[word];
  const own = lengthOf(unit);
  if (own === undefined) return undefined;
  let total = 0;
  for (const [size, word] of amountsIn(text)) {
    const length = lengthOf(word);
    if (length === undefined) return undefined;
    total += size * length;
  }
  return Number((total / own).toPrecision(12));
}

function amountsIn(text: string): readonly (readonly [number, string])[] {
  const iso = inIso.exec(text);
  if (iso !== null)
    return iso.slice(1).map((size, index) => [Number(size ?? 0), ["w", "d", "h", "min", "s"][index] ?? ""]);
  return [...text.matchAll(amount)].map(([, size = "", word = ""]) => [
    Number(size.replace(",", ".")),
    word.toLowerCase(),
  ]);
}
