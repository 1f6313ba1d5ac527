import type { Expression, Rule } from "../../scripts/parse-ebnf.mjs";

/** Characters from which classes choose: none that the comments of the grammar except from a class. */
const pool = [..."abcXYZ_09-ßé名\u0301 #'{}[]:,.<>&+\t\n"];
const deepest = 12;

/** A random number below a limit; the same seed gives the same numbers. */
export type Random = (limit: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Makes random sentences of a grammar, with white space where the language wants it. */
export class SentenceGenerator {
  readonly #rules: ReadonlyMap<string, Expression>;
  readonly #random: Random;

  constructor(rules: readonly Rule[], random: Random) {
    this.#rules = new Map(rules.map(({ name, expression }) => [name, expression]));
    this.#random = random;
  }

  generate(rule: string): string {
    return this.#make({ kind: "rule", name: rule }, 0, false);
  }

  #make(expression: Expression, depth: number, inToken: boolean): string {
    switch (expression.kind) {
      case "literal":
        return inToken ? expression.text : this.#spaced(expression.text);
      case "class":
        return this.#pick(pool.filter((character) => new RegExp(`^${expression.pattern}$`, "u").test(character)));
      case "rule":
        return this.#rule(expression.name, depth, inToken);
      case "sequence":
        return expression.items.map((item) => this.#make(item, depth, inToken)).join("");
      case "choice":
        return this.#make(this.#choice(expression.items, depth), depth, inToken);
      case "optional":
        return this.#random(2) === 0 || depth > deepest ? "" : this.#make(expression.item, depth, inToken);
      case "repeat":
        return this.#repeat(expression.item, depth, inToken);
    }
  }

  /** Rules in capitals are tokens: no space inside. */
  #rule(name: string, depth: number, inToken: boolean): string {
    const expression = this.#rules.get(name);
    if (expression === undefined) throw new Error(`No rule ${name}`);
    const isToken = name === name.toUpperCase();
    const text = this.#make(expression, depth + 1, inToken || isToken);
    return isToken && !inToken ? ` ${text}` : text;
  }

  #choice(items: readonly Expression[], depth: number): Expression {
    return (depth > deepest ? items[0] : items[this.#random(items.length)]) as Expression;
  }

  #repeat(item: Expression, depth: number, inToken: boolean): string {
    // Two digits at most, so that no exponent leads out of the range of numbers.
    const isDigit = item.kind === "rule" && item.name === "DIGIT";
    const times = isDigit ? this.#random(2) : depth > deepest ? 0 : depth < 8 ? 1 + this.#random(4) : this.#random(3);
    const start = item.kind === "sequence" ? item.items[0] : item;
    const isStatement = !inToken && start?.kind !== "literal";
    let text = "";
    for (let time = 0; time < times; time++) text += (isStatement ? "\n" : "") + this.#make(item, depth + 1, inToken);
    return isStatement && times > 0 ? `${text}\n` : text;
  }

  #spaced(text: string): string {
    return text === "." || text === "@" || text === "," ? text : ` ${text}`;
  }

  #pick(characters: readonly string[]): string {
    const character = characters[this.#random(characters.length)];
    if (character === undefined) throw new Error("A class without a character in the pool");
    return character;
  }
}
