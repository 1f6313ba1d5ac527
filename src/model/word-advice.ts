import type { DiagnosticExtras } from "../diagnostics/diagnostic.js";
import { helpOnLookAlike } from "../diagnostics/look-alike.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { NameValue } from "../syntax/ast.js";
import { digitsForLetters } from "../syntax/repair/number-advice.js";
import { absentWord } from "../syntax/reserved-names.js";
import type { Json } from "../text/json.js";
import type { ExpectedValue } from "./expected-value.js";
import type { FileScope } from "./scope.js";

const literals: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** How other languages and forms say `true` and `false`. */
export const answers: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["on", true],
  ["no", false],
  ["off", false],
]);

/** What is known of the place of a bare word. */
export interface WordPlace {
  /** What the property takes. */
  readonly expected?: ExpectedValue | undefined;
  /** Whether a word is the name of another property of the same thing: then the value may be missing, or in another place. */
  readonly isKey?: ((word: string) => boolean) | undefined;
}

/**
 * Says what a bare word in the place of a value may mean. A fix is offered only where one meaning is left, and where what it
 * writes is a value that the property takes.
 */
export function adviseOnWord(
  { text, range }: NameValue,
  pointer: string,
  { expected, isKey }: WordPlace,
  scope: FileScope,
): DiagnosticExtras {
  const offer = (written: string, help: string, isRight: boolean): DiagnosticExtras =>
    isRight ? { help, fixes: [{ title: `Write ${written}`, edits: [{ range, text: written }] }] } : { help };
  const fits = (value: Json) => expected === undefined || expected.fits(value, pointer);

  const [, esv] = /^(?:esv|(?:process\.)?env|secrets?)\.([\w.-]+)$/i.exec(text) ?? [];
  if (esv !== undefined)
    return {
      help: `A variable of the tenant is written \`"&{esv.${esv
        .toLowerCase()
        .replace(/[_-]/g, ".")
        .replace(/^esv\./, "")}}"\`.`,
    };
  const name = text.replace(/^(?:var|params?|parameters|local|locals)\./, "");
  const parameter = scope.parameters.get(name);
  if (parameter !== undefined) {
    const written = `"\${${name}}"`;
    const isRight = expected !== undefined && parameter.value !== undefined && fits(parameter.value);
    return offer(written, `Write \`${written}\` for the value of the parameter.`, isRight);
  }
  if (pointer === "" && nearestName(text, [absentWord]) !== undefined)
    return offer(absentWord, `Did you mean \`${absentWord}\`?`, expected !== undefined);
  const number = digitsForLetters(text);
  if (number !== undefined && expected?.fits(Number(number), pointer) === true)
    return offer(number, `Write \`${number}\` with digits alone.`, !fits(text));
  if (isNoSentence(text)) return { help: "Write one value." };
  const literal = literals.get(text.toLowerCase());
  if (literal !== undefined)
    return offer(String(literal), `Did you mean \`${literal}\`?`, expected !== undefined && fits(literal));
  const alike = [...literals.keys()].find((word) => helpOnLookAlike(text, word) !== undefined);
  if (alike !== undefined) return offer(alike, helpOnLookAlike(text, alike) ?? "", fits(literals.get(alike) ?? null));
  const likeLiteral = nearestName(text, literals.keys());
  if (likeLiteral !== undefined && fits(text)) return { help: `Write \`${likeLiteral}\`, or put the text in quotes.` };
  const choices = expected?.choices ?? [];
  const answer = answers.get(text.toLowerCase());
  if (answer !== undefined && choices.includes(answer)) return offer(String(answer), `Write \`${answer}\`.`, true);
  const choice = nearestChoice(text, choices);
  if (choice !== undefined) {
    const written = JSON.stringify(choice);
    return offer(written, choice === text ? "Put the text in quotes." : `Did you mean \`${written}\`?`, true);
  }
  if (choices.length === 0 && /^(?:undefined|none|nil|nothing)$/i.test(text)) {
    const write = fits(text) ? "Put the text in quotes, or write" : "Write a value, or";
    return { help: `${write} \`absent\` to leave the property out.` };
  }
  if (choices.length > 0) return { help: `Use one of ${listed(choices)}.` };
  if (isKey?.(text) === true) return { help: `\`${text}\` is a property itself: write a value here.` };
  if (expected?.isJourney === true) return adviseOnJourney(text, scope, offer);
  if (fits(text)) return offer(JSON.stringify(text), "Put the text in quotes.", expected !== undefined);
  const items = text.split(/\s*,\s*/);
  if (items.length > 1 && fits(items)) {
    const list = `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
    return offer(list, `Write a list: \`${list}\`.`, expected !== undefined);
  }
  // A text of the default locale.
  if (fits({ en: text })) return offer(JSON.stringify(text), "Put the text in quotes.", expected !== undefined);
  if (!fits([text])) return { help: helpOnKind(fits) };
  const list = JSON.stringify([text]);
  return offer(list, `Write a list: \`${list}\`.`, expected !== undefined);
}

/** What the property takes in place of another value. */
export function helpOnKind(fits: (value: Json) => boolean): string {
  if (fits(1)) return "Write a number, such as `1`.";
  if (fits("{}") && !fits("a")) return 'Write JSON in the text, with its names in quotes: `"{\\"name\\": true}"`.';
  if (fits("1") && !fits("a") && !fits("7 days")) return 'Write a number in quotes, such as `"1"`.';
  if (fits(true)) return "Write `true` or `false`.";
  const form = ["7 days", "48.2,16.4"].find((each) => fits(each) && !fits("a"));
  if (form !== undefined) return `Write it as \`${JSON.stringify(form)}\`, for example.`;
  if ([[], ["a"]].some(fits)) return "Write a list in brackets.";
  if (fits("a")) return "Write one text in quotes.";
  return fits({}) ? "Write an object in braces." : "Write a value of the kind that the property takes.";
}

/** `null null` and `Login Login` are no texts without their quotes. */
function isNoSentence(text: string): boolean {
  const [first = "", second] = text.split(/\s+/);
  return second !== undefined && (first === second || literals.has(first));
}

type Offer = (written: string, help: string, isRight: boolean) => DiagnosticExtras;

/** A journey is named by its id, in quotes. One that is not in the file may be in another; which is meant is for rules to say. */
function adviseOnJourney(text: string, { journeyIds, reporter }: FileScope, offer: Offer): DiagnosticExtras {
  const name = journeyIds.has(text) ? text : reporter.nearest(text, journeyIds.keys());
  const id = name === undefined ? undefined : journeyIds.get(name);
  if (name === undefined || id === undefined) return { help: "Put the title of the journey in quotes." };
  const written = JSON.stringify(id);
  if (name !== text) return offer(written, `Did you mean \`${written}\`?`, true);
  return offer(written, id === name ? "Put the name of the journey in quotes." : helpOnTitle(id, name), true);
}

/** A node names the journey that it runs by its title, where it has one. */
export function helpOnTitle(title: string, name: string): string {
  return `Write \`${JSON.stringify(title)}\`, the title of journey \`${name}\`.`;
}

function nearestChoice(text: string, choices: readonly Json[]): Json | undefined {
  if (choices.includes(text)) return text;
  const name = nearestName(text, choices.map(String));
  return choices.find((choice) => String(choice) === name);
}

const mostListed = 12;

function listed(choices: readonly Json[]): string {
  const shown = choices.slice(0, mostListed).map((choice) => `\`${JSON.stringify(choice)}\``);
  return shown.join(", ") + (choices.length > shown.length ? ` and ${choices.length - shown.length} more` : "");
}
