import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { type Finding, journeyRule } from "../rule.js";
import { branchesOfLocale } from "../texts/branch-of-locale.js";
import { languageByName } from "../texts/languages-by-name.js";
import { languageOfCountry } from "../texts/languages-of-countries.js";
import { type LocalisedText, placeOfLocale } from "../texts/localised-texts.js";

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
  const misnamed = findMisnamed(texts, usual);
  const byText = new Map<LocalisedText | undefined, MisnamedFinding[]>();
  for (const [locale, each] of misnamed) {
    const [text] = each.found;
    const finding = misnamedFinding(locale, each);
    if (finding !== undefined) byText.set(text, [...(byText.get(text) ?? []), finding]);
  }
  // Who calls one language by its name calls all of them so.
  for (const findings of byText.values()) report(joined(findings));
  let branches: ReadonlySet<JourneyNode> | undefined;
  for (const { node, property, setting, texts: own } of texts) {
    const covered = new Set([...own.keys()].map(normal));
    for (const locale of own.keys()) covered.add(misnamed.get(locale)?.language ?? locale);
    const locales = usual.filter(
      (locale) => !misnamed.has(locale) && !covered.has(normal(locale)) && !covered.has(languageOf(locale)),
    );
    if (locales.length === 0 || hasMisspeltLocale(node, property.name, locales)) continue;
    // A text that stands in the journey instead of its page has a finding of its own.
    if (facts.journey.settings.has(property.name)) continue;
    branches ??= branchesOfLocale(facts.graph, texts);
    if (branches.has(node)) continue;
    report({ at: setting.place, args: { node: nodeLabel(node), property: property.name, locales } });
  }
});

/** The texts of a locale that is called by a country, or by the name of the language. */
interface Misnamed {
  readonly language: string;
  readonly isCountry: boolean;
  readonly found: LocalisedText[];
}

function findMisnamed(texts: readonly LocalisedText[], usual: readonly string[]): ReadonlyMap<string, Misnamed> {
  const misnamed = new Map<string, Misnamed>();
  for (const text of texts) {
    const lacking = usual.filter((locale) => !text.texts.has(locale));
    for (const locale of text.texts.keys()) {
      const isName = languageByName(locale) ?? (isDefault(locale) ? (lacking[0] ?? platformDefault) : undefined);
      const language = isName ?? languageOfCountry(locale, lacking);
      if (language === undefined) continue;
      const found = misnamed.get(locale)?.found;
      if (found) found.push(text);
      else misnamed.set(locale, { language, isCountry: isName === undefined, found: [text] });
    }
  }
  return misnamed;
}

/** The language of the platform's own texts. */
const platformDefault = "en";

/** What other tools call the text of all who have no text of their own. */
function isDefault(locale: string): boolean {
  return /^(?:default|fallback|other|others|any|all|root|_|\*|\s*)$/i.test(locale);
}

/** How many more texts of the locale are shown. */
const mostShown = 5;

type MisnamedFinding = Finding<"missing-locale"> & Required<Pick<DiagnosticExtras, "help" | "fixes" | "related">>;

function joined(findings: readonly MisnamedFinding[]): MisnamedFinding {
  const [first, ...others] = findings as [MisnamedFinding, ...MisnamedFinding[]];
  const fixes = findings.flatMap((each) => each.fixes);
  if (others.length === 0) return first;
  return {
    ...first,
    help: findings.map(({ help }) => help).join(" "),
    fixes:
      fixes.length === findings.length
        ? [{ title: "Write the codes of the languages", edits: fixes.flatMap(({ edits }) => edits) }]
        : [],
    related: [
      ...others.flatMap(({ at }) => (at === undefined ? [] : [{ place: at, message: "So is this" }])),
      ...findings.flatMap(({ related }) => related),
    ],
  };
}

function misnamedFinding(locale: string, { language, isCountry, found }: Misnamed): MisnamedFinding | undefined {
  const [first, ...others] = found.flatMap((text) => {
    const place = placeOfKey(text, locale);
    return place === undefined ? [] : [{ text, place }];
  });
  if (first === undefined) return undefined;
  const { node, property, texts } = first.text;
  const name = new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
  const is = isDefault(locale)
    ? `the text that everybody gets stands under a language, too`
    : `${name} is \`${language}\`${isCountry ? `, and \`${locale}\` a country` : ""}`;
  const help = `Write \`${property.name}.${language}\`: ${is}.`;
  const isClear = found.every((text) => !text.texts.has(language)) && others.length + 1 === found.length;
  const edits = [first, ...others].map(({ place: { range } }) => ({ range, text: language }));
  return {
    at: first.place,
    args: { node: nodeLabel(node), property: property.name, locales: [language], written: locale, isCountry },
    severity: "warning",
    help: texts.has(language)
      ? isDefault(locale)
        ? `Remove this text: everybody without a language of their own gets another one, such as that under \`${language}\`.`
        : `${name} is \`${language}\`, and its text is there: remove this one${isCountry ? `, or write \`${language}-${locale.toUpperCase()}\`` : ""}.`
      : help,
    fixes: isClear ? [{ title: `Write ${language}`, edits }] : [],
    related: others.slice(0, mostShown).map(({ place }) => ({ place, message: "It is written here, too" })),
  };
}

/** The locale before a text, in `pageHeader.dk: "…"` and in `{ dk: "…" }`. */
function placeOfKey(text: LocalisedText, locale: string): Place | undefined {
  const { source, range, pointer } = placeOfLocale(text, locale);
  if (pointer !== undefined) return { source, range, pointer };
  const before = source.text.slice(Math.max(0, range.start - longestKey), range.start);
  const written = /([\w*-]+)"?\s*:\s*$/.exec(before);
  if (written?.[1] !== locale) return undefined;
  const start = range.start - (before.length - written.index);
  return { source, range: { start, end: start + locale.length } };
}

const longestKey = 200;

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
