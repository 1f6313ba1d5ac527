import { lettersOf } from "../catalogue/console-labels.js";
import { helpOnPlaceholder } from "../catalogue/problem-diagnostic.js";
import type { ValueProblem } from "../catalogue/value-problem.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../diagnostics/look-alike.js";
import { nearestName } from "../diagnostics/suggest.js";
import { groupedNumberAt } from "../text/grouped-number.js";
import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import type { ExpectedValue } from "./expected-value.js";
import { plainPosition } from "./map-position.js";
import { hasUnit, inOwnUnit } from "./value-with-unit.js";
import { answers, helpOnKind } from "./word-advice.js";

/**
 * Says what a value of another kind may mean: a number in quotes, a text in the place of a list. A fix is offered only where the
 * property takes what it writes, and where the text holds the value as it is.
 */
export function adviseOnValue(found: Json, pointer: string, expected: ExpectedValue, place: Place): DiagnosticExtras {
  if (isJsonObject(found) && expected.isJsonText === true && pointer === "") {
    const written = JSON.stringify(JSON.stringify(found));
    const help = `It takes a text with JSON in it: write \`${shortened(written)}\`.`;
    return { help, fixes: [{ title: "Write a text with JSON", edits: [{ range: place.range, text: written }] }] };
  }
  const placeholder = pointer === "" ? expected.wrapped?.(found) : undefined;
  if (placeholder !== undefined) {
    const { help, text } = helpOnPlaceholder(placeholder);
    if (writtenAt(place) !== JSON.stringify(found)) return { help };
    return { help, fixes: [{ title: `Write ${text}`, edits: [{ range: place.range, text }] }] };
  }
  if (typeof found === "number" && expected.isDuration === true && pointer === "")
    return { help: `Write a text with the unit, such as \`"${found} days"\`: a number alone counts minutes.` };
  const isPlainText = expected.isLocalised === true && pointer === "" && typeof found === "number";
  const inUnit = typeof found === "string" ? inOwnUnit(found, pointer, expected) : undefined;
  const meant = isPlainText
    ? String(found)
    : (inUnit ?? candidatesFor(found, expected).find((value) => expected.fits(value, pointer)));
  if (meant !== undefined) {
    const written = JSON.stringify(meant);
    const alike = typeof found === "string" && typeof meant === "string" ? helpOnLookAlike(found, meant) : undefined;
    const counted = inUnit === undefined || expected.unit === undefined ? "" : `: the number of ${expected.unit}`;
    const help = alike ?? `Write \`${written}\`${counted}.`;
    // An amount such as `1h` stands there without quotes, too.
    const isPlain = [JSON.stringify(found), found].includes(writtenAt(place));
    return isPlain
      ? { help, fixes: [{ title: `Write ${written}`, edits: [{ range: place.range, text: written }] }] }
      : { help };
  }
  const [, whole = "", thousand = ""] = /^(\d{1,3})\.(\d{3})$/.exec(writtenAt(place)) ?? [];
  if (typeof found === "number" && whole !== "" && expected.fits(Number(whole + thousand), pointer))
    return { help: `A full stop begins a fraction: write \`${whole}${thousand}\` for the whole number.` };
  const percentage = typeof found === "number" ? adviseOnPercentage(found, expected) : {};
  if (percentage.help !== undefined) return percentage;
  const fraction = adviseOnFraction(found, pointer, expected);
  if (fraction !== undefined) return { help: fraction };
  if (found === null) return { help: "Write a value, or `absent` to leave the property out." };
  if (Array.isArray(found) && expected.isLocalised === true && pointer === "")
    return { help: 'Write one text, or one for each locale in braces: `{ en: "…", de: "…" }`.' };
  if (Array.isArray(found) && expected.isMap === true && pointer === "") {
    const texts = found.filter((name) => typeof name === "string").map((name) => JSON.stringify(name));
    const names = texts.map((name) => `${name}: ${expected.isKeptInState === true ? name : '"…"'}`);
    if (expected.isKeptInState === true && names.length > 0)
      return {
        help: `Write an object with the key of node state for each name: \`{ ${names.join(", ")} }\`, for example.`,
      };
    return { help: `Write an object with a text for each name: \`{ ${names.join(", ") || '"name": "…"'} }\`.` };
  }
  // Labels, or nothing, stand behind the names.
  const isLabelled =
    isJsonObject(found) &&
    Object.entries(found).every(
      ([name, label]) => typeof label === "string" && ["", lettersOf(name)].includes(lettersOf(label)),
    );
  if (isLabelled && expected.fits(Object.keys(found), pointer) && Object.keys(found).length > 0)
    return { help: `Write a list: \`${JSON.stringify(Object.keys(found))}\`.` };
  const ofKind = expected.choices.length > 0 ? {} : { help: helpOnKind((value) => expected.fits(value, pointer)) };
  if (typeof found !== "string") return ofKind;
  if (hasUnit(found) && takesNumber(Number.parseFloat(found), pointer, expected)) {
    const of = expected.unit === undefined ? "" : `: a number of ${expected.unit}`;
    return { help: `Write the number alone, without its unit${of}.` };
  }
  if (!found.includes(",")) return ofKind;
  const items = found.split(",").map((item) => item.trim());
  // A place on the map has commas itself, and so has a name of a directory: `ou=people,dc=example`.
  const isOneName = items.every((item) => /^[A-Za-z]+=[^=]+$/.test(item));
  const list = (isOneName ? [[found]] : [items, [found]]).find((each) => expected.fits(each, pointer));
  return list === undefined ? ofKind : { help: `Write a list: \`${JSON.stringify(list)}\`.` };
}

/** Says how a text is written that has another form than its property wants. */
export function adviseOnForm(
  { example = "", meant }: Extract<ValueProblem, { readonly kind: "form" }>,
  pointer: string,
  place: Place,
): DiagnosticExtras {
  if (meant === undefined) return { help: `Write it as \`${JSON.stringify(example)}\`, for example.` };
  const texts = typeof meant === "string" ? [meant] : meant;
  const text = texts.map((each) => JSON.stringify(each)).join(", ");
  const each = texts.length > 1 ? "Write each in a text of its own" : "Write";
  const help = texts.length > 1 ? `${each}: \`${text}\`.` : `${each} \`${text}\`.`;
  // Several texts are entries of a list.
  const isPlain = writtenAt(place).startsWith('"') && (texts.length === 1 || pointer !== "");
  return isPlain ? { help, fixes: [{ title: `Write ${text}`, edits: [{ range: place.range, text }] }] } : { help };
}

/** A map with its names before its values. */
export function adviseOnTurned(meant: JsonObject, place: Place): DiagnosticExtras {
  const entries = Object.entries(meant).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const text = `{ ${entries.join(", ")} }`;
  const help = `The name comes first: write \`${text}\`.`;
  const written = writtenAt(place);
  const isPlain = written.startsWith("{") && !/\$\{|\/\//.test(written);
  return isPlain
    ? { help, fixes: [{ title: "Exchange names and paths", edits: [{ range: place.range, text }] }] }
    : { help };
}

function takesNumber(number: number, pointer: string, { fits }: ExpectedValue): boolean {
  return [number, String(number)].some((value) => fits(value, pointer) && !fits("a", pointer));
}

/** `50` for a part of one. */
export function adviseOnPercentage(found: Json, { maximum, fits }: ExpectedValue): DiagnosticExtras {
  const number = Number(found);
  if (maximum !== 1 || !(number > 1 && number <= 100)) return {};
  const part = number / 100;
  const right = [part, String(part)].find((value) => fits(value, ""));
  return right === undefined ? {} : { help: `Write \`${JSON.stringify(right)}\` for ${number} %: 1 is the whole.` };
}

/** `0.1` for a whole number: where all from 0 to 100 are taken and none beyond, it is a part of a hundred. */
function adviseOnFraction(found: Json, pointer: string, expected: ExpectedValue): string | undefined {
  if (typeof found !== "number" || Number.isInteger(found) || found < 0) return undefined;
  const takes = (value: number) => expected.fits(value, pointer);
  const isPercentage = takes(100) && !takes(101) && takes(1);
  const hundredth = Number((found * 100).toPrecision(15));
  if (isPercentage && found < 1 && Number.isInteger(hundredth))
    return `Write a whole number from ${takes(0) ? 0 : 1} to 100: \`${hundredth}\` for ${hundredth} %.`;
  const near = [Math.floor(found), Math.ceil(found)].filter(takes).map((value) => `\`${value}\``);
  return near.length === 0 ? undefined : `Write a number without a fraction, such as ${near.join(" or ")}.`;
}

/** What the author wrote, in a text. */
function writtenAt({ source, range, pointer }: Place): string {
  return pointer === undefined ? source.slice(range) : "";
}

const longestShown = 60;

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

const numberWords: ReadonlyMap<number, string> = new Map([
  [4, "four"],
  [5, "five"],
  [6, "six"],
  [7, "seven"],
  [8, "eight"],
]);

/** The only choice of which a word is a part: `HMAC_SHA256` for `SHA256`, `ONE_LEVEL` for `one`. */
function choicesAround(written: string, choices: readonly Json[]): readonly Json[] {
  const word = lettersOf(written);
  const around = choices.filter((choice) => typeof choice === "string" && lettersOf(choice).includes(word));
  return word.length >= shortestPart && around.length === 1 ? around : [];
}

const shortestPart = 3;

/** What other languages write for `EQUALS`. */
const equalSigns = /^(?:={1,3}|eq|is|matches)$/i;

function candidatesFor(found: Json, { choices, labels = {} }: ExpectedValue): readonly Json[] {
  if (typeof found === "number") {
    const inWords = choicesAround(numberWords.get(found) ?? "", choices);
    return [found === 1, String(found), ...inWords].slice(found === 0 || found === 1 ? 0 : 1);
  }
  if (Array.isArray(found)) return found.length === 1 ? found : [];
  if (isJsonObject(found)) {
    const values = Object.values(found);
    // What has several members is no text with something around it.
    if (values.length === 1 && typeof values[0] === "string") return values;
    return values.some((value) => typeof value === "string") ? [] : [Object.keys(found)];
  }
  if (typeof found !== "string") return [];
  const candidates: Json[] = [];
  const word = found.trim().toLowerCase();
  const answer = word === "true" || word === "false" ? word === "true" : answers.get(word);
  if (answer !== undefined) candidates.push(answer);
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(found)) candidates.push(Number(found));
  const grouped = groupedNumberAt(found, 0);
  if (grouped?.end === found.length) candidates.push(Number(grouped.digits));
  if (/^-?\d+,\d+$/.test(found)) candidates.push(found.replace(",", "."));
  const labelled = Object.keys(labels).find((choice) => lettersOf(labels[choice] ?? "") === lettersOf(found));
  if (labelled !== undefined) candidates.push(labelled);
  const near = nearestName(found, choices.map(String));
  const choice = choices.find((value) => typeof value === "string" && value === near);
  if (choice !== undefined) candidates.push(choice);
  else if (near === undefined) candidates.push(...choicesAround(equalSigns.test(found) ? "equals" : found, choices));
  const position = plainPosition(found);
  if (position !== undefined) candidates.push(position);
  if (!found.includes(",")) candidates.push([found]);
  return candidates;
}
