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
      const { text: placeholder, problem } = wrong;
      const args = { node: nodeLabel(text.node), property: text.property.name, placeholder, problem };
      report({ at: placeOfLocale(text, locale), args });
    }
  }
});
