import type { Fix, Place } from "../../diagnostics/diagnostic.js";
import type { Script } from "../../model/model.js";
import type { Json } from "../../text/json.js";
import { textsIn } from "../../text/texts-in.js";
import { isFromExport } from "../describe-node.js";
import { journeyRule } from "../rule.js";
import { isJavaScript, placeInScript } from "../script-place.js";

/** A placeholder, or what is meant to be one: with other brackets, another mark, or no end. */
const placeholder = /([&$]?)([{(])\s*(esv[-_.][\w.-]*)\s*(?:\|[^{}()]*)?([})]?)/g;
/** In scripts, a call takes the name, and a comment may say anything. */
const called = /\bsystemEnv\s*\.\s*getProperty\s*\(\s*(["'`])(esv[-_.][\w.-]*)\1/g;

interface Misspelt {
  readonly written: string;
  readonly right: string;
}

/** Reports placeholders of ESVs that are spelt as the console shows the name, or with wrong marks around it: nothing replaces them. */
export const misspeltEsv = journeyRule("misspelt-esv", "proves", ({ journey, nodes }, report) => {
  const look = (value: Json, place: Place) => {
    const found = new Map(
      textsIn(value)
        .flatMap(misspeltIn)
        .map((each) => [each.written, each]),
    );
    for (const { written, right } of found.values()) {
      const fixes = isFromExport(journey) ? [] : fixesOf(written, right, place);
      report({ at: place, args: { written, right }, fixes });
    }
  };
  for (const { value, place } of journey.settings.values()) look(value, place);
  for (const { properties } of nodes) for (const { value, place } of properties.values()) look(value, place);
  for (const script of journey.scripts) for (const found of misspeltInScript(script)) report(found);
});

function misspeltIn(text: string): readonly Misspelt[] {
  if (!text.includes("esv")) return [];
  return [...text.matchAll(placeholder)].flatMap(([whole, mark = "", open = "", name = "", close = ""]) => {
    const isRound = open === "(";
    // Words in parentheses, such as `(esv.x)`, are no placeholder.
    if (isRound && mark === "") return [];
    const isRight = mark === "&" && !isRound && close === "}" && !/[-_]/.test(name);
    return isRight ? [] : [{ written: whole, right: `&{${dotted(name)}${fallbackIn(whole)}}` }];
  });
}

function fallbackIn(whole: string): string {
  return /\|[^{}()]*/.exec(whole)?.[0] ?? "";
}

function dotted(name: string): string {
  return name.replace(/[-_]/g, ".").replace(/\.+$/, "");
}

function* misspeltInScript(script: Script) {
  if (!isJavaScript(script)) return;
  const seen = new Set<string>();
  for (const match of script.body.matchAll(called)) {
    const [, , name = ""] = match;
    if (!/[-_]/.test(name) || seen.has(name)) continue;
    seen.add(name);
    const { at } = placeInScript(script, match.index + match[0].lastIndexOf(name));
    yield { at, args: { written: name, right: dotted(name) } };
  }
}

/** The replacement, where what is written stands once in what the place covers. */
function fixesOf(written: string, right: string, { source, range }: Place): readonly Fix[] {
  const text = source.slice(range);
  const at = text.indexOf(written);
  if (at === -1 || text.includes(written, at + 1)) return [];
  const start = range.start + at;
  return [{ title: `Write ${right}`, edits: [{ range: { start, end: start + written.length }, text: right }] }];
}
