import { type DecodedScript, decodeScript, encodeScript } from "../../export-json/script-text.js";
import type { Json } from "../../text/json.js";
import { conflictingLines, mergeText } from "./merge-lines.js";
import { shown } from "./shown-value.js";

/** Three versions of a script, or of another text of several lines. */
export interface ScriptBodies {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly encoding: DecodedScript["encoding"];
}

/** Whether a value is a script as a list of lines; in any other list of texts, order and repetition count less. */
export function isScriptOfLines(path: readonly string[], value: Json | undefined): boolean {
  return Array.isArray(value) && path.at(-1) === "script";
}

/** Merges scripts and other texts of several lines, in any encoding, line by line. */
export function mergeScripts(bodies: ScriptBodies | undefined): Json | undefined {
  const body = bodies && mergeText(bodies.base, bodies.ours, bodies.theirs);
  return bodies === undefined || body === undefined ? undefined : encodeScript(body, bodies.encoding);
}

/** Three versions of a script, or of another text of several lines; `undefined` for other values. */
export function scriptBodies(
  path: readonly string[],
  base: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined,
): ScriptBodies | undefined {
  const [before, left, right] = [base, ours, theirs].map((value) =>
    value === undefined || (Array.isArray(value) && !isScriptOfLines(path, value)) ? undefined : decodeScript(value),
  );
  if (!before || !left || !right || left.encoding !== right.encoding || !left.body.includes("\n")) return undefined;
  return { base: before.body, ours: left.body, theirs: right.body, encoding: left.encoding };
}

/** Number of places of a script that are shown; the others are counted. */
const mostPlaces = 3;

/** What both sides made of the same lines. */
export function differingLines({ base, ours, theirs }: ScriptBodies): string {
  const places = conflictingLines(base, ours, theirs);
  const texts = places.slice(0, mostPlaces).map((place) => {
    const [was, left, right] = [place.base, place.ours, place.theirs].map((lines) => shown(lines.join("\n").trim()));
    return `in line ${place.at + 1} theirs has ${right} (ours: ${left}, base: ${was})`;
  });
  const more = places.length - texts.length;
  return `${texts.join("; ")}${more > 0 ? `; and ${more} more places` : ""}`;
}
