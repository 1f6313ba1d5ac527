import type { Fix, Place } from "../../diagnostics/diagnostic.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { placeOfLocale } from "../texts/localised-texts.js";
import { wrongPlaceholders } from "../texts/placeholders.js";

/**
 * Reports placeholders that stay in a text: those of a wrong form, and those unknown to a node whose placeholders are
 * known.
 */
export const unknownPlaceholder = journeyRule("unknown-placeholder", "may-miss", (facts, report) => {
  for (const text of facts.texts) {
    for (const [locale, value] of text.texts) {
      const [wrong] = wrongPlaceholders(value, text.property.placeholders);
      if (wrong === undefined) continue;
      const { text: placeholder, problem, instead } = wrong;
      const args = { node: nodeLabel(text.node), property: text.property.name, placeholder, problem };
      const at = placeOfText(placeOfLocale(text, locale), placeholder);
      if (instead === undefined) report({ at, args });
      else report({ at, args, help: `Write \`${instead}\`.`, fixes: fixesAt(at, placeholder, instead) });
    }
  }
});

/** The placeholder itself, where the text of a journey has it once. */
function placeOfText(place: Place, placeholder: string): Place {
  const { source, range, pointer } = place;
  if (pointer !== undefined) return place;
  const written = placeholder.startsWith("${") ? `\\${placeholder}` : placeholder;
  const [before = "", ...others] = source.slice(range).split(written);
  if (others.length !== 1) return place;
  const start = range.start + before.length;
  return { ...place, range: { start, end: start + written.length } };
}

function fixesAt({ source, range }: Place, wrong: string, right: string): readonly Fix[] {
  const written = source.slice(range);
  if (written !== wrong && written !== `\\${wrong}`) return [];
  return [{ title: `Write ${right}`, edits: [{ range, text: right }] }];
}
