import type { Fix, Place } from "../../diagnostics/diagnostic.js";
import type { Script, Setting } from "../../model/model.js";
import { isJavaScript, placeInScript } from "../../model/script-place.js";
import { hasTextIn, textsIn } from "../../text/texts-in.js";
import { analysisOf } from "../analysed-scripts.js";
import { isFromExport } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { type Finding, nodeRule } from "../rule.js";

/** A placeholder, or what is meant to be one: with other brackets, another mark, or no end. */
const placeholder = /([&$]?)([{(])\s*(esv[-_.][\w.-]*)\s*(?:\|[^{}()]*)?([})]?)/gi;
/** What a script may ask for by mistake: a placeholder instead of the name. */
const asPlaceholder = /^[&$]?\{\s*(esv[-_.][\w.-]*)\s*(?:\|[^{}]*)?\}?$/;

interface Misspelt {
  readonly written: string;
  readonly right: string;
}

/** Reports placeholders of ESVs that are spelt as the console shows the name, or with wrong marks around it: nothing replaces them. */
export const misspeltEsv = nodeRule(
  "misspelt-esv",
  "proves",
  ({ properties }) => misspeltAmong(properties).map((found) => (facts) => withFixes(found, facts)),
  {
    besides: (facts, report) => {
      for (const found of misspeltAmong(facts.journey.settings)) report(withFixes(found, facts));
      for (const script of facts.journey.scripts) for (const found of misspeltInScript(script)) report(found);
    },
  },
);

function misspeltAmong(settings: ReadonlyMap<string, Setting>): readonly Finding<"misspelt-esv">[] {
  const found: Finding<"misspelt-esv">[] = [];
  for (const { value, place } of settings.values()) {
    if (!hasTextIn(value, namesEsv)) continue;
    const misspelt = new Map(
      textsIn(value)
        .flatMap(misspeltIn)
        .map((each) => [each.written, each]),
    );
    for (const { written, right } of misspelt.values()) found.push({ at: place, args: { written, right } });
  }
  return found;
}

function withFixes(found: Finding<"misspelt-esv">, { journey }: JourneyFacts): Finding<"misspelt-esv"> {
  const { written, right } = found.args;
  return isFromExport(journey) ? found : { ...found, fixes: fixesOf(written, right, found.at) };
}

function namesEsv(text: string): boolean {
  return /esv/i.test(text);
}

function misspeltIn(text: string): readonly Misspelt[] {
  if (!namesEsv(text)) return [];
  return [...text.matchAll(placeholder)].flatMap(([whole, mark = "", open = "", name = "", close = ""]) => {
    const isRound = open === "(";
    // Words in parentheses, such as `(esv.x)`, are no placeholder.
    if (isRound && mark === "") return [];
    const isRight = mark === "&" && !isRound && close === "}" && !/[-_\p{Lu}]/u.test(name);
    return isRight ? [] : [{ written: whole, right: `&{${dotted(name)}${fallbackIn(whole)}}` }];
  });
}

function fallbackIn(whole: string): string {
  return /\|[^{}()]*/.exec(whole)?.[0] ?? "";
}

function dotted(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, ".").replace(/\.+$/, "");
}

/** A call of `systemEnv.getProperty` takes the name, which begins with `esv.`. */
function* misspeltInScript(script: Script) {
  if (!isJavaScript(script)) return;
  const analysed = analysisOf(script);
  if (analysed.kind !== "analysed") return;
  const seen = new Set<string>();
  for (const { name, at: offset } of analysed.variables.named) {
    const right = nameMeant(name);
    if (right === undefined || right === name || seen.has(name)) continue;
    seen.add(name);
    const start = analysed.originalOffset(offset);
    const { at } = placeInScript(script, /["'`]/.test(script.body.charAt(start)) ? start + 1 : start);
    yield { at, args: { written: name, right } };
  }
  for (const { written, name, at: offset } of analysed.placeholders) {
    if (seen.has(written)) continue;
    seen.add(written);
    const { at } = placeInScript(script, analysed.originalOffset(offset));
    const right = `systemEnv.getProperty("esv.${dotted(name.replace(/^esv[-_.]/i, ""))}")`;
    const help = `Nothing replaces a placeholder in a script: write \`${right}\`.`;
    yield { at, args: { written, right }, help };
  }
}

function nameMeant(name: string): string | undefined {
  const inside = asPlaceholder.exec(name)?.[1] ?? name;
  if (!/^[A-Za-z][\w.-]*$/.test(inside)) return undefined;
  return `esv.${dotted(inside.replace(/^esv[-_.]/i, ""))}`;
}

/** The replacement, where what is written stands once in what the place covers. */
function fixesOf(written: string, right: string, { source, range }: Place): readonly Fix[] {
  const text = source.slice(range);
  const at = text.indexOf(written);
  if (at === -1 || text.includes(written, at + 1)) return [];
  const start = range.start + at;
  return [{ title: `Write ${right}`, edits: [{ range: { start, end: start + written.length }, text: right }] }];
}
