import type { Range } from "../text/range.js";
import type { LanguageText } from "./language-project.js";
import { occurrencesIn } from "./names/occurrences.js";

export const tokenTypes = [
  "namespace",
  "variable",
  "class",
  "enumMember",
  "function",
  "parameter",
  "property",
] as const;
export const tokenModifiers = ["declaration"] as const;

/** A stretch of a text with its meaning. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: (typeof tokenTypes)[number];
  readonly isDeclaration: boolean;
}

const typeOf = {
  journey: "namespace",
  node: "variable",
  outcome: "enumMember",
  script: "function",
  param: "parameter",
  type: "class",
} as const;

/** The names of a text with their meaning, in order, none over another. */
export function semanticTokens(text: LanguageText): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const { named, range, isDeclaration } of occurrencesIn(text)) {
    const before = tokens.at(-1);
    if (range.end <= range.start || (before !== undefined && range.start < before.range.end)) continue;
    tokens.push({ range, type: typeOf[named.kind], isDeclaration: isDeclaration && named.kind !== "outcome" });
  }
  return tokens;
}
