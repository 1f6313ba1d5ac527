import { tokenize } from "../../src/syntax/lexer.js";
import { Problems } from "../../src/syntax/problems.js";
import { SourceFile } from "../../src/text/source-file.js";

/** A token of a text, with the next one on its line. */
interface Token {
  readonly at: number;
  readonly image: string;
  readonly next: { readonly at: number; readonly image: string } | undefined;
}

/** The tokens of a text. */
export function tokensOf(text: string): readonly Token[] {
  const { tokens } = tokenize(text, new Problems(new SourceFile("mistakes.journey", text)));
  const all = Array.from({ length: tokens.length }, (_, index) => ({
    at: tokens.startAt(index),
    image: tokens.imageAt(index),
  }));
  return all.map((token, index) => {
    const next = all[index + 1];
    const isOnLine = next !== undefined && !text.slice(token.at, next.at).includes("\n");
    return { ...token, next: isOnLine ? next : undefined };
  });
}

/** What authors do wrong with one token; `undefined` where the token is of another kind. */
type Mistake = (text: string, token: Token) => string | undefined;

const put = (text: string, { at, image }: Token, by: string) => text.slice(0, at) + by + text.slice(at + image.length);
const isWord = (image: string) => /^\p{L}[\w-]*$/u.test(image);
/** A string in one line, without a parameter: to change the parameter's name would be a second mistake. */
const isString = (image: string) => /^"[^"]*"$/.test(image) && !image.includes("${");
const isMark = (image: string) => !isWord(image) && !image.startsWith('"');

function forWords(change: (word: string) => string): Mistake {
  return (text, token) => (isWord(token.image) ? put(text, token, change(token.image)) : undefined);
}

function forStrings(change: (inner: string) => string): Mistake {
  return (text, token) => (isString(token.image) ? put(text, token, change(token.image.slice(1, -1))) : undefined);
}

/** What other languages write for a mark or a word; the meaning is the same. */
function instead(image: string, by: string): Mistake {
  return (text, token) => (token.image === image ? put(text, token, by) : undefined);
}

function atLineEnd(by: string): Mistake {
  return (text, token) => {
    const end = token.at + token.image.length;
    return text.charAt(end) === "\n" ? text.slice(0, end) + by + text.slice(end) : undefined;
  };
}

const half = (text: string) => text.length >> 1;
const without = (text: string, at: number) => text.slice(0, at) + text.slice(at + 1);

/** By their names. */
export const mistakes: ReadonlyMap<string, Mistake> = new Map<string, Mistake>([
  ["dropped", (text, token) => put(text, token, "")],
  ["doubled", (text, token) => put(text, token, `${token.image} ${token.image}`)],
  ["swapped with the next", swapped],
  ["a letter left out", forWords((word) => without(word, half(word)))],
  ["two letters swapped", forWords(transposed)],
  ["a letter too many", forWords((word) => word + word.slice(-1))],
  ["all capitals", forWords((word) => word.toUpperCase())],
  ["no capitals", forWords((word) => word.toLowerCase())],
  ["another first letter", forWords((word) => flipped(word))],
  ["a plural", forWords((word) => `${word}s`)],
  ["a word in quotes", forWords((word) => `"${word}"`)],
  ["a word in single quotes", forWords((word) => `'${word}'`)],
  ["no quotes", forStrings((inner) => inner)],
  ["single quotes", forStrings((inner) => `'${inner}'`)],
  ["smart quotes", forStrings((inner) => `“${inner}”`)],
  ["backticks", forStrings((inner) => `\`${inner}\``)],
  ["no closing quote", forStrings((inner) => `"${inner}`)],
  ["a letter left out of a text", forStrings((inner) => `"${without(inner, half(inner))}"`)],
  ["a line break in a text", forStrings((inner) => `"${inner.slice(0, half(inner))}\n${inner.slice(half(inner))}"`)],
  ["=>", instead("->", "=>")],
  ["→", instead("->", "→")],
  ["-->", instead("->", "-->")],
  ["a colon for an arrow", instead("->", ":")],
  ["= for a colon", instead(":", "=")],
  [":= for a colon", instead(":", ":=")],
  ["an arrow for a colon", instead(":", "->")],
  ["a semicolon for a comma", instead(",", ";")],
  ["| for a comma", instead(",", " |")],
  ["( for {", instead("{", "(")],
  ["( for [", instead("[", "(")],
  ["a comma at the end", atLineEnd(",")],
  ["a semicolon at the end", atLineEnd(";")],
  ["a comment of other languages", atLineEnd(" # why")],
  ["a comment of SQL", atLineEnd(" -- why")],
  ["fail", instead("failure", "fail")],
  ["Failure", instead("failure", "Failure")],
  ["end for failure", instead("failure", "end")],
  ["null for failure", instead("failure", "null")],
  ["ok", instead("success", "ok")],
  ["end for success", instead("success", "end")],
  ["True", instead("true", "True")],
  ["yes", instead("true", "yes")],
  ["no", instead("false", "no")],
  ["0 for false", instead("false", "0")],
  ["Node", instead("node", "Node")],
  ["tree for journey", instead("journey", "tree")],
]);

function transposed(word: string): string {
  const at = half(word);
  return at === 0 ? word : word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

function flipped(word: string): string {
  const first = word.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + word.slice(1);
}

function swapped(text: string, token: Token): string | undefined {
  const { at, image, next } = token;
  if (next === undefined || (isMark(image) && isMark(next.image))) return undefined;
  const between = text.slice(at + image.length, next.at);
  return text.slice(0, at) + next.image + between + image + text.slice(next.at + next.image.length);
}
