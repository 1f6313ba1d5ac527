import { asText } from "./border.js";
import { plainValue, toPlain } from "./plain.js";

/** The values of the variables that a script leaves behind. */
export interface Leftovers {
  readonly outcome: unknown;
  readonly action: unknown;
  readonly config: unknown;
}

/** The result as JSON for the host, without the values that were never set. */
export function resultText(parts: { readonly [part: string]: unknown }): string {
  const set: { [part: string]: unknown } = {};
  for (const [part, value] of Object.entries(parts)) {
    if (value !== undefined && value !== null) set[part] = toPlain(value);
  }
  return asText(set);
}

/** The plain data that an object of the prelude stands for. */
export function standsFor(value: unknown): { readonly [member: string]: unknown } {
  return (value as { [plainValue](): { readonly [member: string]: unknown } })[plainValue]();
}
