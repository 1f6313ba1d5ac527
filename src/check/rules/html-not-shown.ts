import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { htmlProblems } from "../texts/html.js";
import { placeOfLocale } from "../texts/localised-texts.js";

/** Reports elements, event handlers and addresses in texts that could run code: the login page removes them. */
export const htmlNotShown = journeyRule("html-not-shown", "may-miss", (facts, report) => {
  for (const text of facts.texts) {
    for (const [locale, value] of text.texts) {
      const [what] = htmlProblems(value).notShown;
      if (what === undefined) continue;
      const args = { node: nodeLabel(text.node), property: text.property.name, what };
      report({ at: placeOfLocale(text, locale), args });
    }
  }
});
