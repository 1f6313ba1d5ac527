/** What Chevrotain found out about our tokens and rules. Made by `scripts/compile-grammar.mjs`. */
export interface GrammarTables {
  /** The names of all token types: a type's index is its place here. */
  readonly tokenTypes: readonly string[];
  /** For each ASCII character, and last for all others together, the token types to try, in their order. */
  readonly candidates: readonly (readonly number[])[];
  readonly rules: Readonly<Record<string, RuleDecisions>>;
}

/** The decisions of one rule by their number: `OPTION2` is `option[2]`. */
export interface RuleDecisions {
  readonly or: readonly Decision[];
  readonly option: readonly Decision[];
  readonly many: readonly Decision[];
}

/** For each token type which alternative it begins, -1 for none. What is optional is alternative 0. */
export type Decision = readonly number[];

/** The build puts its own text in the place of this module. */
export declare const tables: GrammarTables;
