import { type JsonProblem, scanJson } from "./json-scanner.js";

/** A number in the place of a value that has many digits or an exponent. Any other number is kept as it is. */
const suspicious = /[:,[]\s*-?(?:[\d.]{16,}|[\d.]+[eE])|^\s*-?[\d.]+(?:[eE]|\s*$)/;

/** A number that would become another one when it is read. */
export interface LossyNumber extends JsonProblem {
  /** The number as the text has it, its start where it is long. */
  readonly number: string;
  readonly becomes: string;
  readonly end: number;
}

/** The first number of a JSON text that would become another one when it is read. */
export function findLossyNumber(text: string): LossyNumber | undefined {
  if (!suspicious.test(text)) return undefined;
  let found: LossyNumber | undefined;
  let plain: number | undefined;
  scanJson(text, {
    begin: (start, kind) => {
      plain = kind === "plain" ? start : undefined;
    },
    end: (end) => {
      if (plain === undefined || found !== undefined) return;
      const number = text.slice(plain, end);
      if (/^[-\d]/.test(number) && !isKept(number)) {
        const shown = { number: shortened(number), becomes: String(Number(number)) };
        const problem = `the number ${shown.number} cannot be kept, it would become ${shown.becomes}`;
        found = { ...shown, problem, offset: plain, end };
      }
      plain = undefined;
    },
  });
  return found;
}

/** Whether a number that JSON has in these characters is written again with the same value. */
export function isKept(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  const digits = digitsOf(text);
  if (value === 0) return digits === "";
  if (/^-?\d+$/.test(text)) return digits === digitsOf(String(value));
  // Any decimal of 17 digits is told apart from its neighbours; the platform's own may be longer than the shortest.
  return digits.length <= 17 || digits === digitsOf(String(value));
}

/** The significant digits. */
function digitsOf(text: string): string {
  const [digits = ""] = text.replace(/^-/, "").split(/[eE]/);
  return digits.replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
}

function shortened(number: string): string {
  return number.length > 40 ? `${number.slice(0, 40)}…` : number;
}
