import { isName } from "../match-word.js";
import * as tokens from "../tokens.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, colon, comma, dot, equals, lBracket, name, rBrace, rBracket, string } = typeNumbers;

/** Nodes with their outcomes, named one after the other, however somebody writes that: `Check == true -> Save`, `Check.true, Save`. */
export interface NamedNodes {
  /** The words of each, by their indexes: a node, and what stands behind its dot. */
  readonly named: readonly (readonly number[])[];
  /** What stands before each but the first: `->`, `,`, a word such as `before`, or nothing. */
  readonly between: readonly string[];
  /** Those whose outcome is not written behind a dot. */
  readonly joined: ReadonlySet<number>;
  /** The index behind the last. */
  readonly end: number;
}

const joiners = /^(?:is|equals|eq|when|with|if|gives|returns|outcome)$/i;
const separators = /^(?:before|after|to|then|and|or)$/;

/** Reads up to `end`, or to the first token that belongs to no name. */
export function readNamedNodes(state: MarkState, from: number, end: number): NamedNodes {
  const { cursor } = state;
  const named: number[][] = [];
  const between: string[] = [];
  const joined = new Set<number>();
  const isMixed = from + 1 < end && hasComma(state, from, end);
  let mark = "";
  let at = from;
  const join = () => {
    mark = ".";
    joined.add(named.length - 1);
  };
  for (; at < Math.min(end, from + farthestToken); at++) {
    const type = state.typeOf(at);
    const last = named.at(-1);
    if (type === name || type === string) {
      const image = cursor.imageAt(at);
      const isBetween = last !== undefined && mark === " " && cursor.isWord(at + 1) && at + 1 < end;
      if (isBetween && separators.test(image)) mark = image;
      else if (isBetween && joiners.test(image)) join();
      else {
        if (last !== undefined && mark === ".") last.push(at);
        else {
          if (last !== undefined) between.push(mark.trim());
          named.push([at]);
        }
        mark = " ";
      }
    } else if (last === undefined) break;
    else if (type === dot) mark = ".";
    else if (type === comma) mark = ",";
    else if (type === arrow) {
      if (last.length === 1 && isOutcome(state, at + 1, isMixed)) join();
      else mark = "->";
    } else if (type === equals || type === colon || type === lBracket) join();
    else if (type !== rBracket) break;
  }
  return { named, between, joined, end: at };
}

function hasComma(state: MarkState, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + farthestToken); at++) if (state.typeOf(at) === comma) return true;
  return false;
}

/** Whether an arrow leads to an outcome: no node is called so, or, where no nodes are at hand, commas separate those. */
function isOutcome(state: MarkState, index: number, isMixed: boolean): boolean {
  const { cursor } = state;
  if (!cursor.declaresNodes) return isMixed;
  return !cursor.isDeclared(plainWord(cursor.imageAt(index)));
}

function plainWord(image: string): string {
  const inner = image.startsWith('"') ? image.slice(1, -1) : image;
  return inner.split(".").every(isName) ? inner : image;
}

/** A node with its outcome as it is written here. */
export function namedNodeText({ cursor }: MarkState, words: readonly number[]): string {
  return words.map((word) => plainWord(cursor.imageAt(word))).join(".");
}

/** Puts a node with its outcome into the output. */
export function putNode(state: MarkState, words: readonly number[]): void {
  words.forEach((word, place) => {
    if (place > 0) state.insert(tokens.Dot, word);
    state.take(word, place === 0 ? tokens.NameToken : undefined);
  });
}

/** The index behind the last token of the line, or of the block that ends on it. */
export function endOfLine(state: MarkState, index: number): number {
  let end = index;
  while (state.cursor.typeAt(end) !== -1 && state.typeOf(end) !== rBrace && end < index + farthestToken) end++;
  return end;
}
