import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { htmlProblems } from "../texts/html.js";
import { placeOfLocale } from "../texts/localised-texts.js";

/**
 * Reports elements in texts that are not closed, or closed in the wrong order. Elements whose end tag is optional in
 * HTML may stay open.
 */
export const brokenHtml = journeyRule("broken-html", "may-miss", (facts, report) => {
  for (const text of facts.texts) {
    for (const [locale, value] of text.texts) {
      const { broken: problem } = htmlProblems(value);
      if (problem === undefined) continue;
      const args = { node: nodeLabel(text.node), property: text.property.name, problem };
      report({ at: placeOfLocale(text, locale), args });
    }
  }
});
