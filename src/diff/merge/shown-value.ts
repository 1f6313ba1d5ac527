import type { Json } from "../../text/json.js";

/** Longest value in a message; the whole value is in the file or in the other version. */
const longest = 80;

/** A value as messages show it. */
export function shown(value: Json | undefined): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
