import { Alternation, type IProduction, LLkLookaheadStrategy, Option, Repetition, type Rule } from "chevrotain";
import { describe, expect, it } from "vitest";
import { FileParser } from "../../../src/syntax/grammar/file-parser.js";
import { FirstTokenLookahead } from "../../../src/syntax/grammar/first-token-lookahead.js";
import { typeIndex } from "../../../src/syntax/token-vector.js";
import { EndOfFile, grammarTokens } from "../../../src/syntax/tokens.js";

describe("FirstTokenLookahead", () => {
  const rules = Object.values(new FileParser().getGAstProductions());
  const ours = new FirstTokenLookahead({ maxLookahead: 1 });
  const theirs = new LLkLookaheadStrategy({ maxLookahead: 1 });

  it.each(rules.map((rule) => [rule.name, rule] as const))("decides as Chevrotain does in %s", (_, rule) => {
    for (const decision of decisionsOf(rule)) {
      const [one, other] = [choiceOf(ours, rule, decision), choiceOf(theirs, rule, decision)];
      for (const type of [EndOfFile, ...grammarTokens]) {
        const next = () => ({ tokenTypeIdx: typeIndex(type) });
        const parser = { LA: next, LA_FAST: next };
        expect([type.name, one.call(parser, [])]).toEqual([type.name, other.call(parser, [])]);
      }
    }
  });
});

type Decision = Alternation | Option | Repetition;

function decisionsOf(rule: Rule): readonly Decision[] {
  const decisions: Decision[] = [];
  const visit = (production: IProduction & { readonly definition?: readonly IProduction[] }) => {
    if (production instanceof Alternation || production instanceof Option || production instanceof Repetition) {
      decisions.push(production);
    }
    if (!("referencedRule" in production)) for (const inner of production.definition ?? []) visit(inner);
  };
  for (const production of rule.definition) visit(production);
  return decisions;
}

type Choice = (this: unknown, alternatives: never[]) => unknown;

function choiceOf(strategy: InstanceType<typeof LLkLookaheadStrategy>, rule: Rule, decision: Decision): Choice {
  const options = { rule, prodOccurrence: decision.idx, maxLookahead: 1, dynamicTokensEnabled: false };
  if (decision instanceof Alternation) {
    return strategy.buildLookaheadForAlternation({ ...options, hasPredicates: false }) as Choice;
  }
  return strategy.buildLookaheadForOptional({
    ...options,
    prodType: decision instanceof Option ? "Option" : "Repetition",
  }) as Choice;
}
