import { isEndName } from "./reserved-names.js";
import { type TokenVector, typeIndex } from "./token-vector.js";
import * as tokens from "./tokens.js";

const name = typeIndex(tokens.NameToken);
const string = typeIndex(tokens.StringLiteral);
const arrow = typeIndex(tokens.Arrow);
const lBrace = typeIndex(tokens.LBrace);
const rBrace = typeIndex(tokens.RBrace);

const shapeLetters: readonly (readonly [number, string])[] = [
  [string, "s"],
  [typeIndex(tokens.NumberLiteral), "#"],
  [typeIndex(tokens.Colon), ":"],
  [typeIndex(tokens.Comma), ","],
  [typeIndex(tokens.Dot), "."],
  [typeIndex(tokens.At), "@"],
  [typeIndex(tokens.Equals), "="],
  [arrow, ">"],
  [lBrace, "{"],
  [rBrace, "}"],
  [typeIndex(tokens.LBracket), "["],
  [typeIndex(tokens.RBracket), "]"],
];
const letterOfType = new Map(shapeLetters);
const letterOfWord = new Map([
  ["before", "B"],
  ["after", "A"],
  ["from", "F"],
  ["of", "O"],
  ["node", "N"],
]);

/** Answers what stands at a place of a token vector, line by line, and for broken text what stands anywhere in the file. */
export class TokenCursor {
  readonly tokens: TokenVector;
  readonly #allTokens: TokenVector;
  #file: TokenCursor | undefined;
  readonly #first: Uint8Array;
  #declared: Set<string> | undefined;
  #targets: Set<string> | undefined;
  #targetsOf: Map<string, Set<string>> | undefined;
  #journeyNames: readonly string[] | undefined;
  #quoted: ReadonlySet<string> | undefined;

  /** Of a part of a file, `allTokens` are those of the whole file. */
  constructor(tokens: TokenVector, allTokens = tokens) {
    this.tokens = tokens;
    this.#allTokens = allTokens;
    this.#first = tokens.findFirstOnLine();
  }

  /** What questions about the whole file are put to. */
  get #whole(): TokenCursor {
    if (this.#allTokens === this.tokens) return this;
    this.#file ??= new TokenCursor(this.#allTokens);
    return this.#file;
  }

  isFirst(index: number): boolean {
    return this.#first[index] !== 0;
  }

  /** The type of a token that stands on the line of the one before it; -1 when it does not. */
  typeAt(index: number): number {
    return this.#first[index] === 0 ? this.tokens.typeAt(index) : -1;
  }

  /** Whether a name or string goes on the line here. */
  isWord(index: number): boolean {
    const type = this.typeAt(index);
    return type === name || type === string;
  }

  imageAt(index: number): string {
    return this.tokens.imageAt(index);
  }

  /** The line from `index` on in letters, up to six; see `guess-keyword.ts`. */
  shapeAt(index: number): string {
    let shape = "";
    for (let at = index; at < index + 6 && at < this.tokens.length && (at === index || !this.isFirst(at)); at++) {
      shape += letterOfType.get(this.tokens.typeAt(at)) ?? letterOfWord.get(this.tokens.imageAt(at)) ?? "w";
    }
    return shape;
  }

  /** Whether some arrow of the file leads to this name. For broken text only. */
  isTarget(text: string): boolean {
    const whole = this.#whole;
    whole.#targets ??= whole.#findAllTargets();
    return whole.#targets.has(text);
  }

  #findAllTargets(): Set<string> {
    const found = new Set<string>();
    for (let index = 1; index < this.tokens.length; index++)
      if (this.tokens.typeAt(index - 1) === arrow) found.add(this.imageAt(index));
    return found;
  }

  /** Whether some node or page of the file has this name, or it is an end node. For broken text only. */
  isDeclared(text: string): boolean {
    return isEndName(text) || this.#whole.#declaredNodes.has(text);
  }

  /** Whether a text, which has no quotes and no line breaks, stands in quotes anywhere in the file. For broken text only. */
  isQuoted(text: string): boolean {
    // From each quote to the next one: which of them open a text does not matter here.
    this.#quoted ??= new Set([...this.tokens.text.matchAll(/"(?=([^"\r\n]*)")/g)].map(([, found = ""]) => found));
    return this.#quoted.has(text);
  }

  /** Whether an arrow in the braces of a node or page leads to another one. For broken text only. */
  leadsTo(node: string, target: string): boolean {
    const whole = this.#whole;
    whole.#targetsOf ??= whole.#findTargets();
    return whole.#targetsOf.get(node)?.has(target) === true;
  }

  #findTargets(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (let index = 0; index + 1 < this.tokens.length; index++) {
      if (!this.#isNodeHeader(index)) continue;
      const node = this.imageAt(index + 1);
      const targets = found.get(node) ?? new Set();
      found.set(node, targets);
      let depth = 0;
      // A node without braces ends where the next one begins.
      for (let at = index + 2; at < this.tokens.length && (depth > 0 || !this.#isNodeHeader(at)); at++) {
        const type = this.tokens.typeAt(at);
        if (type === lBrace) depth++;
        else if (type === rBrace && --depth <= 0) break;
        else if (depth === 1 && type === arrow) targets.add(this.imageAt(at + 1));
      }
    }
    return found;
  }

  #isNodeHeader(index: number): boolean {
    return this.isFirst(index) && /^(?:node|page)$/.test(this.imageAt(index));
  }

  /** The names of the journeys of the file. For broken text only. */
  get journeyNames(): readonly string[] {
    const whole = this.#whole;
    whole.#journeyNames ??= whole.#findJourneyNames();
    return whole.#journeyNames;
  }

  #findJourneyNames(): readonly string[] {
    const names: string[] = [];
    for (let index = 0; index + 1 < this.tokens.length; index++)
      if (this.isFirst(index) && this.imageAt(index) === "journey" && this.typeAt(index + 1) === name)
        names.push(this.imageAt(index + 1));
    return names;
  }

  /** Whether the file declares nodes: one of scenarios may speak of those of another file. For broken text only. */
  get declaresNodes(): boolean {
    return this.#whole.#declaredNodes.size > 0;
  }

  get #declaredNodes(): ReadonlySet<string> {
    if (this.#declared === undefined) {
      this.#declared = new Set();
      for (let index = 0; index + 1 < this.tokens.length; index++) {
        const image = this.imageAt(index);
        if (image === "node" || image === "page") this.#declared.add(this.imageAt(index + 1));
      }
    }
    return this.#declared;
  }
}
