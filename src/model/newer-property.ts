import { lettersOf } from "../catalogue/console-labels.js";
import type { NodeType } from "../catalogue/node-type.js";
import type { DiagnosticExtras } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Json } from "../text/json.js";
import type { ExportOptions } from "./model.js";

/*
 * A server writes no misspelt property into the body of a node. One that the catalogue lacks, and that is like none it
 * has, is of a newer or an older release, or of another type with the same name; in a realm of the cloud, somebody has added it.
 * Exports and the texts imported from them ask here, so that both are told the same.
 */

/** What is said of such a property, beside its name. */
export const unknownToCatalogue = {
  severity: "info",
  help: "It is kept as it is: the server may be of another release, or have another type of this name.",
} as const satisfies DiagnosticExtras;

/** Whether the bodies of a journey were written by a server: each has its type with the type's name. */
export function hasBodiesOfServer({ types = true }: ExportOptions): boolean {
  return types === true || types === "plain";
}

/**
 * Whether a server may know more of a type than the catalogue: one that stands on its own, or of a type that is installed there. What the cloud
 * has, the catalogue knows.
 */
export function mayKnowMore({ where }: NodeType, identityResource: Json | undefined): boolean {
  const isOfCloud = where.cloud && !where.marketplace && where.custom === undefined;
  return !isOfCloud || typeof identityResource !== "string" || !/^managed\/(?:alpha|bravo)_/.test(identityResource);
}

/** Whether a name is like none of the names: neither nearly one of them, nor a part of one, nor one with more before it. */
export function isLikeNone(written: string, names: readonly string[]): boolean {
  return (
    nearestName(written, names) === undefined &&
    longerName(written, names) === undefined &&
    lastWordOf(written, names) === undefined
  );
}

/** The only name that ends, begins or goes on like a part of it: `header`, `attributes`, `level` for `authLevelRequirement`. */
export function longerName(written: string, names: Iterable<string>): string | undefined {
  if (written.length < 4) return undefined;
  const all = [...names].filter((name) => name.toLowerCase().includes(written.toLowerCase()));
  const ends = all.filter((name) => isEndOf(written, name));
  const [only, second] = ends.length > 0 ? ends : all;
  return second === undefined ? only : undefined;
}

/** The name that the last words are: `All Attributes Required`, as the admin console shows `required`. */
export function lastWordOf(written: string, names: Iterable<string>): string | undefined {
  const letters = lettersOf(written);
  const [only, second] = [...names].filter((name) => name.length > 3 && letters.endsWith(name.toLowerCase()));
  return second === undefined ? only : undefined;
}

/** Whether a name begins with a word, or ends with it as with one of its words. */
export function isEndOf(word: string, name: string): boolean {
  const ending = word.charAt(0).toUpperCase() + word.slice(1);
  return name.endsWith(ending) || name.toLowerCase().startsWith(word.toLowerCase());
}
