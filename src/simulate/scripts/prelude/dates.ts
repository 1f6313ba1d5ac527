import { define } from "./border.js";

/** The world's clock, which stands still while a script runs. */
let now = 0;

export function setNow(time: number): void {
  now = time;
}

const Original = Date;

/** Gives scripts the world's clock, and dates that are read and printed as Rhino does where time is UTC. */
export function fixTime(): void {
  class FixedDate extends Original {
    constructor(...args: readonly unknown[]) {
      const [first] = args;
      if (args.length === 0) super(now);
      else if (args.length === 1 && isText(first)) super(parseDate(String(first)));
      else super(...(args as [number]));
    }

    static override now(): number {
      return now;
    }

    static override parse(text: string): number {
      return parseDate(String(text));
    }
  }
  Object.defineProperty(FixedDate, "name", { value: "Date" });
  // Java code and old scripts call `Date` without `new`.
  const callable = new Proxy(FixedDate, { apply: () => new FixedDate(now).toString() });
  Object.defineProperty(FixedDate.prototype, "constructor", { value: callable, writable: true, configurable: true });
  define(globalThis, "Date", callable);
  const withZone = (text: string) => text.replace("GMT+0000", "GMT-0000 (UTC)");
  for (const name of ["toString", "toTimeString"] as const) {
    const original = Original.prototype[name];
    define(Original.prototype, name, function (this: Date) {
      return withZone(original.call(this));
    });
  }
}

function isText(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null || value instanceof Original) return false;
  const toPrimitive = (value as { [Symbol.toPrimitive]?: (hint: string) => unknown })[Symbol.toPrimitive];
  return typeof (toPrimitive ? toPrimitive.call(value, "default") : value.valueOf()) === "string";
}

const isoForm = /^[+-]?\d{4,6}(?:-(\d\d)(?:-(\d\d))?)?(?:T\d\d:\d\d(?::\d\d(?:\.\d{3})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Rhino takes the form of the standard to the letter, and those with names of months or with slashes. */
function parseDate(text: string): number {
  const iso = isoForm.exec(text);
  if (iso) {
    const time = Original.parse(text);
    // No month has more days than it has.
    const day =
      iso[2] === undefined
        ? undefined
        : new Original(Original.parse(text.slice(0, text.indexOf(`-${iso[2]}`, text.indexOf("-", 1) + 1) + 3)));
    return day === undefined || day.getUTCDate() === Number(iso[2]) ? time : Number.NaN;
  }
  if (/^\s|^\d+[-.]\d|^[A-Za-z]+ \d{4}$/.test(text)) return Number.NaN;
  const short = /^(\d{1,2}\/\d{1,2}\/)(\d\d)$/.exec(text);
  return Original.parse(short ? `${short[1]}19${short[2]}` : text);
}
