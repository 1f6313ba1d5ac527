import {
  Alternation,
  type BaseParser,
  type ILookaheadStrategy,
  type IProduction,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { typeIndex } from "../token-vector.js";

type AlternationOptions = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type OptionalOptions = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];

/**
 * Decides by the next token alone. Chevrotain's own strategy gives the same decisions for this grammar, but looks for paths of
 * any length, which was a third of what building the parser costs; its checks of the grammar are kept for the tests.
 */
export class FirstTokenLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation({ rule, prodOccurrence }: AlternationOptions) {
    const alternation = decisionIn(rule, prodOccurrence, Alternation);
    const choices: number[] = [];
    alternation.definition.forEach((alternative, number) => {
      for (const index of firstIndexes((alternative as Composite).definition)) choices[index] ??= number;
    });
    return function choose(this: BaseParser): number | undefined {
      return choices[this.LA(1).tokenTypeIdx];
    };
  }

  override buildLookaheadForOptional({ rule, prodOccurrence, prodType }: OptionalOptions) {
    const optional =
      prodType === "Option" ? decisionIn(rule, prodOccurrence, Option) : decisionIn(rule, prodOccurrence, Repetition);
    const begins: boolean[] = [];
    for (const index of firstIndexes(optional.definition)) begins[index] = true;
    return function isThere(this: BaseParser): boolean {
      return begins[this.LA(1).tokenTypeIdx] === true;
    };
  }
}

interface Composite extends IProduction {
  readonly definition: readonly IProduction[];
}

/** The decision with a number in a rule: Chevrotain counts `OR`, `OPTION` and `MANY` each for themselves. */
function decisionIn<Decision extends Alternation | Option | Repetition>(
  rule: Rule,
  number: number,
  kind: new (options: { definition: IProduction[] }) => Decision,
): Decision {
  const open: IProduction[] = [...rule.definition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof kind && next.idx === number) return next;
    if (!(next instanceof NonTerminal || next instanceof Terminal)) open.push(...(next as Composite).definition);
  }
  throw new Error(`rule ${rule.name} has no decision ${number} of its kind`);
}

/** The indexes of the token types that can begin a sequence, with those of the types in a category. */
function firstIndexes(sequence: readonly IProduction[]): readonly number[] {
  const first = new Set<TokenType>();
  addFirst(sequence, first);
  return [...first].flatMap((type) => [typeIndex(type), ...(type.categoryMatches ?? [])]);
}

/** Adds what can begin a sequence; answers whether the sequence may be empty. */
function addFirst(sequence: readonly IProduction[], first: Set<TokenType>): boolean {
  return sequence.every((production) => {
    if (production instanceof Terminal) {
      first.add(production.terminalType);
      return false;
    }
    if (production instanceof NonTerminal) return addFirst(production.referencedRule.definition, first);
    const { definition } = production as Composite;
    if (production instanceof Alternation) {
      // All of them are to be added, so no stopping at the first that may be empty.
      return definition.filter((alternative) => addFirst((alternative as Composite).definition, first)).length > 0;
    }
    const isEmpty = addFirst(definition, first);
    return isEmpty || production instanceof Option || production instanceof Repetition;
  });
}
