import type { DiagnosticExtras } from "../../diagnostics/diagnostic.js";
import type { Range } from "../../text/range.js";

/** What digits with something else among them may mean; `before` is the text that stands right before them. */
export function adviseOnNumber(text: string, range: Range, before: string): DiagnosticExtras {
  const front = /(?<![\w.])(\d{1,3}),$/.exec(before)?.[1];
  // In `[60,000]` they may be a part of the number before.
  if (front !== undefined && /^\d{3}$/.test(text)) return { help: `For one number, write \`${front}${text}\`.` };
  const plain = plainNumber(text) ?? digitsForLetters(text);
  if (plain !== undefined) {
    const fixes = [{ title: `Write ${plain}`, edits: [{ range, text: plain }] }];
    const alike = /[OoIl]/.test(text) ? " with digits alone" : "";
    return { help: `Write \`${plain}\`${alike}.`, fixes };
  }
  const [, amount] = /^(-?\d+)[a-z]+$/i.exec(text) ?? [];
  if (amount !== undefined) return { help: `Write the number alone: \`${amount}\` as it stands.` };
  if (/[a-z]/i.test(text)) return {};
  return { help: "A number consists of digits, with a full stop before a fraction." };
}

/** The number that `1O` and `1l0` are, in which letters stand for the digits that look like them; a last `l` may be a unit. */
export function digitsForLetters(text: string): string | undefined {
  if (!/[OoIl]/.test(text) || !/^-?[\dOoIl]*\d[\dOoIl]*(?:\.[\dOoIl]+)?$/.test(text) || /^-?\d+l$/.test(text))
    return undefined;
  const digits = text.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
  return /^-?0\d/.test(digits) ? undefined : digits;
}

/** The number that `08`, `1_000` and `10k` are elsewhere. */
function plainNumber(text: string): string | undefined {
  if (/^-?0+\d+$/.test(text)) return String(Number(text));
  if (/^-?[1-9]\d{0,6}k$/i.test(text)) return `${text.slice(0, -1)}000`;
  return /^-?[1-9]\d{0,2}(?:_\d{3})+$/.test(text) ? text.replaceAll("_", "") : undefined;
}
