import { join } from "node:path";
import { build } from "esbuild";

/**
 * Runs Chevrotain on the tokens and rules of `src/syntax` and keeps its results, so that the package need not compute them at
 * every start: which tokens begin which alternative, and which types of token can begin with a character. Fails when the
 * grammar uses something that `src/syntax/engine` does not have.
 */
export async function compileGrammar() {
  const { chevrotain, FileParser, tokens } = await loadSources();
  const types = Object.values(tokens).filter((token) => token.tokenTypeIdx !== undefined);
  const rules = Object.values(new FileParser(true).getGAstProductions());
  return {
    tokenTypes: types.map(({ name }) => name),
    candidates: findCandidates(chevrotain, tokens.lexerTokens, types),
    rules: Object.fromEntries(rules.map((rule) => [rule.name, findDecisions(chevrotain, rule, types)])),
  };
}

/** How many methods of a kind the engine has for one rule: two for `CONSUME` and `CONSUME1`. */
const numbers = { Alternation: 1, Alternative: 1, Option: 6, Repetition: 1, NonTerminal: 2, Terminal: 2 };

/** Loads the sources with Chevrotain itself instead of our engine. */
async function loadSources() {
  const contents = `export * as chevrotain from "chevrotain";
export { FileParser } from "./src/syntax/grammar/file-parser.js";
export * as tokens from "./src/syntax/tokens.js";`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, ".."), loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** For each ASCII character, and last for all others together, the indexes of the types to try. */
function findCandidates({ Lexer }, lexerTokens, types) {
  for (const { name, PATTERN } of lexerTokens) {
    if (PATTERN instanceof RegExp && !PATTERN.sticky) throw new Error(`the pattern of ${name} must be sticky`);
  }
  // Chevrotain would try every function on every text, without the character that it is for.
  const settings = { positionTracking: "full", ensureOptimizations: true, skipValidations: true };
  const lexer = new Lexer([...lexerTokens], settings);
  const found = lexer.charCodeToPatternIdxToConfig.defaultMode;
  const beyondAscii = new Set(found.slice(128).flat());
  const order = (pattern) => lexerTokens.indexOf(pattern.tokenType);
  return [...found.slice(0, 128), [...beyondAscii].sort((a, b) => order(a) - order(b))].map((patterns, code) => {
    if (patterns.length === 0) throw new Error(`no token begins with the character ${code}`);
    return patterns.map(({ tokenType }) => types.indexOf(tokenType));
  });
}

/** The decisions that a rule makes by the next token, as Chevrotain makes them. */
function findDecisions(chevrotain, rule, types) {
  const { Alternation, Option, Repetition } = chevrotain;
  const strategy = new chevrotain.LLkLookaheadStrategy({ maxLookahead: 1 });
  const settings = { rule, maxLookahead: 1, dynamicTokensEnabled: false, hasPredicates: false };
  const decisions = { or: [], option: [], many: [] };
  for (const production of productionsIn(chevrotain, rule)) {
    const options = { ...settings, prodOccurrence: production.idx };
    if (production instanceof Alternation) {
      if (production.hasPredicates) throw new Error(`the engine has no GATE, used in ${rule.name}`);
      const choose = strategy.buildLookaheadForAlternation(options);
      decisions.or[production.idx] = types.map((type) => choose.call(parserBefore(type), []) ?? -1);
    } else if (production instanceof Option || production instanceof Repetition) {
      const prodType = production instanceof Option ? "Option" : "Repetition";
      const begins = strategy.buildLookaheadForOptional({ ...options, prodType });
      const list = production instanceof Option ? decisions.option : decisions.many;
      list[production.idx] = types.map((type) => (begins.call(parserBefore(type)) ? 0 : -1));
    }
  }
  return decisions;
}

/** The parts of a rule and all parts of these. */
function productionsIn(chevrotain, rule) {
  const found = [];
  const add = (production) => {
    const [, count] = Object.entries(numbers).find(([kind]) => production.constructor === chevrotain[kind]) ?? [];
    if (count === undefined || production.idx >= count) {
      throw new Error(`the engine has no ${production.constructor.name} ${production.idx}, used in ${rule.name}`);
    }
    found.push(production);
    if (!(production instanceof chevrotain.NonTerminal)) production.definition?.forEach(add);
  };
  rule.definition.forEach(add);
  return found;
}

/** The part of a parser that a decision looks at. */
function parserBefore({ tokenTypeIdx }) {
  const next = () => ({ tokenTypeIdx });
  return { LA: next, LA_FAST: next };
}
