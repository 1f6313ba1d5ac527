import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { branchesOfLocale } from "../texts/branch-of-locale.js";

/**
 * Reports texts that lack a language in which more than half of the journey's texts are written. A text in the language
 * itself (`en`) also serves its regions (`en-US`), because the platform falls back to it. Of like screens on
 * branches of their own languages none lacks the other's.
 */
export const missingLocale = journeyRule("missing-locale", "may-miss", (facts, report) => {
  const texts = [...facts.texts];
  const counts = new Map<string, number>();
  for (const text of texts) for (const locale of text.texts.keys()) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count * 2 > texts.length).map(([locale]) => locale);
  let branches: ReadonlySet<JourneyNode> | undefined;
  for (const { node, property, setting, texts: own } of texts) {
    const covered = new Set([...own.keys()].map(normal));
    const locales = usual.filter((locale) => !covered.has(normal(locale)) && !covered.has(languageOf(locale)));
    if (locales.length === 0 || hasMisspeltLocale(node, property.name, locales)) continue;
    // A text that stands in the journey instead of its page has a finding of its own.
    if (facts.journey.settings.has(property.name)) continue;
    branches ??= branchesOfLocale(facts.graph, texts);
    if (branches.has(node)) continue;
    report({ at: setting.place, args: { node: nodeLabel(node), property: property.name, locales } });
  }
});

/** `pageHeader-de` and `pageHeaderDe` have a finding of their own. */
function hasMisspeltLocale({ properties }: JourneyNode, name: string, locales: readonly string[]): boolean {
  const endings = locales.flatMap((locale) =>
    ["-", "_", ".", ":", "/", "@", "#", ""].map((mark) => name + mark + locale),
  );
  return [...properties.keys()].some((key) => key !== name && endings.some((each) => normal(each) === normal(key)));
}

function normal(locale: string): string {
  return locale.toLowerCase().replaceAll("_", "-");
}

function languageOf(locale: string): string {
  return normal(locale).split("-")[0] ?? "";
}
