import { writtenName } from "../../syntax/match-word.js";
import type { Json } from "../../text/json.js";
import type { ValueChange } from "../difference.js";
import { type Described, described, now, old, type Piece, plain } from "./described.js";
import { wordDiff } from "./word-diff.js";

/** Longer values are cut; the JSON format has the whole value. */
const longest = 200;

/** A value on one line. */
export function valueText(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A path of names as the language writes it: `pageHeader.de`. */
export function propertyPathText(path: readonly string[]): string {
  return path.map(writtenName).join(".");
}

/** Describes a changed value: `subject: old → new`, or the changed lines of a long text. */
export function describeValue(subject: readonly Piece[], { path, before, after, lines }: ValueChange): Described {
  const start = [...subject, plain(propertyPathText(path))];
  if (lines !== undefined) return described("~", start, { lines });
  if (before === undefined && after !== undefined)
    return described("+", [...start, plain(": "), now(valueText(after))]);
  if (after === undefined && before !== undefined)
    return described("-", [...start, plain(": "), old(valueText(before))]);
  const words = typeof before === "string" && typeof after === "string" ? wordDiff(before, after) : undefined;
  if (words !== undefined) return described("~", [...start, plain(": "), ...words]);
  return described("~", [
    ...start,
    plain(": "),
    old(valueText(before ?? null)),
    plain(" → "),
    now(valueText(after ?? null)),
  ]);
}
