import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { placeOfLocale } from "../texts/localised-texts.js";

/** Reports texts that are empty or blank in one language. */
export const emptyText = journeyRule("empty-text", "proves", (facts, report) => {
  for (const text of facts.texts) {
    for (const [locale, value] of text.texts) {
      if (value.trim() !== "") continue;
      const args = { node: nodeLabel(text.node), property: text.property.name, locale };
      report({ at: placeOfLocale(text, locale), args });
    }
  }
});
