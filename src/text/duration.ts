/** The units in which the platform writes durations, in milliseconds. */
const units: { readonly [unit: string]: number } = {
  ...named(604_800_000, "week", "weeks", "w"),
  ...named(86_400_000, "day", "days", "d"),
  ...named(3_600_000, "hour", "hours", "h"),
  ...named(60_000, "minute", "minutes", "min", "m"),
  ...named(1000, "second", "seconds", "sec", "s"),
  ...named(1, "millisecond", "milliseconds", "millisec", "millis", "milli", "ms"),
};

const unlimited = new Set(["unlimited", "indefinite", "infinity", "undefined"]);
const none = new Set(["zero", "disabled"]);

/**
 * Reads a duration such as `7 days`, `1 hour and 30 minutes` or `unlimited`, in milliseconds. A number without a unit
 * counts minutes. `undefined` for text that is no duration.
 */
export function readDuration(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  if (unlimited.has(words)) return Number.POSITIVE_INFINITY;
  if (none.has(words)) return 0;
  if (/^\d+$/.test(words)) return Number(words) * 60_000;
  let total = 0;
  for (const part of words.split(/\s*,\s*|\s+and\s+/)) {
    const [, number, unit = ""] = /^(\d+)\s*([a-z]+)$/.exec(part) ?? [];
    const length = unitLength(unit);
    if (number === undefined || length === undefined) return undefined;
    total += Number(number) * length;
  }
  return total;
}

/** The milliseconds in a unit of time; `undefined` for a word that is none. */
export function unitLength(unit: string): number | undefined {
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}

function named(length: number, ...names: readonly string[]): { readonly [unit: string]: number } {
  return Object.fromEntries(names.map((name) => [name, length]));
}
