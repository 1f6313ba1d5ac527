/**
 * Chevrotain's engine as far as our grammar needs it: no recovery, no concrete syntax tree, no stack of rules, one `try`
 * around the whole parse. A call of a rule, of `CONSUME`, `OPTION` and the like is one function then instead of four.
 * Fits parsers with embedded actions and without recovery, whose rules take at most two arguments and whose alternatives
 * and options have no `GATE`, label or message of their own. The texts are appended to Chevrotain's modules.
 */
/** For `traits/recognizer_engine.js`. */
export const leanRules = `
const lean = RecognizerEngine.prototype;
lean.defineRule = function (ruleName, rule, config) {
  const shortName = this.ruleShortNameIdx << (BITS_FOR_METHOD_TYPE + BITS_FOR_OCCURRENCE_IDX);
  this.ruleShortNameIdx++;
  this.shortRuleNameToFull[shortName] = ruleName;
  this.fullRuleNameToShort[ruleName] = shortName;
  function coreRule(first, second) {
    const caller = this.currRuleShortName;
    this.currRuleShortName = shortName;
    const result = rule(first, second);
    this.currRuleShortName = caller;
    return result;
  }
  function rootRule(first, second) {
    this.onBeforeParse(ruleName);
    try {
      return coreRule.call(this, first, second);
    } catch (error) {
      if (!isRecognitionException(error)) throw error;
      this.moveToTerminatedState();
      return DEFAULT_RULE_CONFIG.recoveryValueFunc(error);
    } finally {
      this.onAfterParse(ruleName);
    }
  }
  return Object.assign(rootRule, { ruleName, originalGrammarAction: rule, coreRule });
};
`;

/** For `traits/recognizer_api.js`. */
export const leanMethods = `
import { MANY_IDX, OPTION_IDX, OR_IDX } from "../../grammar/keys.js";
const lean = RecognizerApi.prototype;
for (let occurrence = 0; occurrence <= 9; occurrence++) {
  const number = occurrence === 0 ? "" : occurrence;
  const option = OPTION_IDX | occurrence;
  const or = OR_IDX | occurrence;
  const many = MANY_IDX | occurrence;
  lean["CONSUME" + number] = function (type) {
    const token = this.tokVector[this.currIdx + 1];
    if (token.tokenTypeIdx !== type.tokenTypeIdx && this.tokenMatcher(token, type) !== true) {
      this.consumeInternalError(type, token, undefined);
    }
    this.currIdx++;
    return token;
  };
  lean["SUBRULE" + number] = function (rule, options) {
    if (options === undefined) return rule.coreRule.call(this);
    return rule.coreRule.call(this, options.ARGS[0], options.ARGS[1]);
  };
  lean["OPTION" + number] = function (action) {
    const isThere = this.lookAheadFuncsCache.get(this.currRuleShortName | option);
    return isThere.call(this) ? action() : undefined;
  };
  lean["OR" + number] = function (alternatives) {
    const choose = this.lookAheadFuncsCache.get(this.currRuleShortName | or);
    const choice = choose.call(this);
    if (choice === undefined) this.raiseNoAltException(occurrence, undefined);
    return alternatives[choice].ALT();
  };
  lean["MANY" + number] = function (action) {
    const isThere = this.lookAheadFuncsCache.get(this.currRuleShortName | many);
    let before = -2;
    while (this.currIdx > before && isThere.call(this)) {
      before = this.currIdx;
      action();
    }
  };
}
`;

/**
 * For `scan/lexer_public.js`: lexers of one mode that keep offsets only, skip blanks, know by the first character which
 * patterns to try, and have some pattern for every character. Others, and texts that surprise it, go the general way.
 */
export const leanLexer = `
const tokenizeGenerally = Lexer.prototype.tokenizeInternal;
Lexer.prototype.tokenizeInternal = function (text, mode) {
  if (this.trackStartLines || this.modes.length !== 1) return tokenizeGenerally.call(this, text, mode);
  const patternsOf = this.charCodeToPatternIdxToConfig[mode];
  const groups = cloneEmptyGroups(this.emptyGroups);
  const tokens = [];
  const length = text.length;
  let offset = 0;
  while (offset < length) {
    const code = text.charCodeAt(offset);
    if (code === 32 || code === 10 || code === 13 || code === 9) {
      offset++;
      continue;
    }
    const patterns = patternsOf[charCodeToOptimizedIndex(code)];
    const count = patterns === undefined ? 0 : patterns.length;
    let image = null;
    let config;
    for (let index = 0; index < count && image === null; index++) {
      config = patterns[index];
      const pattern = config.pattern;
      if (config.short !== false) {
        if (code === config.short) image = pattern;
      } else if (config.isCustom) {
        const match = pattern.exec(text, offset, tokens, groups);
        if (match !== null) image = match[0];
      } else {
        pattern.lastIndex = offset;
        if (pattern.test(text)) image = text.substring(offset, pattern.lastIndex);
      }
    }
    if (image === null) return tokenizeGenerally.call(this, text, mode);
    const { group } = config;
    if (group !== undefined) {
      const token = { image, startOffset: offset, tokenTypeIdx: config.tokenTypeIdx, tokenType: config.tokenType };
      if (group === false) tokens.push(token);
      else groups[group].push(token);
    }
    offset += image.length;
  }
  return { tokens, groups, errors: [] };
};
`;
