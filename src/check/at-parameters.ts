import type { Code } from "../diagnostics/codes.js";
import type { Diagnostic, Fix, Place, TextEdit } from "../diagnostics/diagnostic.js";

/** What is said of a value itself, wherever it is used. */
const aboutValues: ReadonlySet<Code> = new Set<Code>([
  "wrong-value",
  "wrong-value-type",
  "value-not-allowed",
  "value-out-of-range",
  "empty-value",
  "malformed-address",
  "misspelt-attribute",
  "misspelt-esv",
  "misspelt-identity-resource",
]);

/**
 * Tells what is wrong with the default of a parameter once, where the default stands: the lines that use the parameter are right. Where
 * the value comes from the command line or the configuration, the uses are all there is to show.
 */
export function atParameters(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.every((each) => defaultOf(each) === undefined)) return diagnostics;
  const moved = new Map<string, number>();
  const told: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const place = defaultOf(diagnostic);
    if (place === undefined) {
      told.push(diagnostic);
      continue;
    }
    const use = { place: diagnostic.place, message: "It is used here" };
    const key = `${diagnostic.code} ${place.source.path} ${place.range.start}`;
    const first = told[moved.get(key) ?? -1];
    if (first === undefined) {
      moved.set(key, told.length);
      const fixes = diagnostic.fixes.map((fix) => changed(fix, diagnostic.place, place));
      told.push({ ...diagnostic, place, related: [use, ...diagnostic.related], fixes });
    } else {
      told[moved.get(key) ?? 0] = { ...first, related: [...first.related, use] };
    }
  }
  return told;
}

/** A fix of the use as one of the default. */
function changed(fix: Fix, use: Place, place: Place): Fix {
  const { start, end } = use.range;
  const isUse = ({ range }: TextEdit) => range.start === start && range.end === end;
  return { ...fix, edits: fix.edits.map((edit) => (isUse(edit) ? { ...edit, range: place.range } : edit)) };
}

/** Where the default of a parameter stands whose value a finding is about; a default may be a parameter itself. */
function defaultOf({ code, place }: Diagnostic): Place | undefined {
  if (place.parameter === undefined || !aboutValues.has(code)) return undefined;
  let last = place.parameter;
  while (last.parameter !== undefined) last = last.parameter;
  return last;
}
