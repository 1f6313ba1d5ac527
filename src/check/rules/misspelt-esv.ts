import type { Fix, Place } from "../../diagnostics/diagnostic.js";
import type { Json } from "../../text/json.js";
import { textsIn } from "../../text/texts-in.js";
import { isFromExport } from "../describe-node.js";
import { journeyRule } from "../rule.js";

const placeholder = /&\{(esv[-_.][^}|]*)/g;

/** Reports placeholders of ESVs that are spelt as the console shows the name: the platform knows the spelling with dots alone. */
export const misspeltEsv = journeyRule("misspelt-esv", "proves", ({ journey, nodes }, report) => {
  const look = (value: Json, place: Place) => {
    const found = new Set(
      textsIn(value).flatMap((text) => [...text.matchAll(placeholder)].map(([, name = ""]) => name)),
    );
    for (const name of found) {
      if (!/[-_]/.test(name)) continue;
      const right = name.trim().replace(/[-_]/g, ".");
      report({ at: place, args: { name, right }, fixes: isFromExport(journey) ? [] : fixesOf(name, right, place) });
    }
  };
  for (const { value, place } of journey.settings.values()) look(value, place);
  for (const { properties } of nodes) for (const { value, place } of properties.values()) look(value, place);
});

/** The replacement, where the name stands once in what the place covers. */
function fixesOf(name: string, right: string, { source, range }: Place): readonly Fix[] {
  const text = source.slice(range);
  const written = `&{${name}`;
  const at = text.indexOf(written);
  if (at === -1 || text.includes(written, at + 1)) return [];
  const start = range.start + at + 2;
  return [{ title: `Write ${right}`, edits: [{ range: { start, end: start + name.length }, text: right }] }];
}
