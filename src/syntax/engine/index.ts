/**
 * Takes the place of Chevrotain in the package: the part of it that `src/syntax` uses, under the same names, without what
 * Chevrotain does once per process. The build runs Chevrotain on our tokens and rules and puts what it found into
 * `tables.ts`. The sources, and so the tests, run on Chevrotain itself; see docs/decisions/grammar-tools.md.
 */
export { type ILexingResult, Lexer } from "./lexer.js";
export { EmbeddedActionsParser, type IOrAlt, type ParserMethod } from "./parser.js";
export { createToken, EOF, type IToken, type TokenType } from "./token-types.js";
