import { type Decision, type RuleDecisions, tables } from "./tables.js";
import { EOF, type IToken, type TokenType } from "./token-types.js";

/** A rule: called from outside it reads a whole text, from a rule it is given to `SUBRULE`. */
export interface ParserMethod<Arguments extends unknown[], Result> {
  (...args: Arguments): Result;
  readonly action: Action<Arguments, Result>;
  readonly decisions: RuleDecisions;
}

type Action<Arguments extends unknown[], Result> = (...args: Arguments) => Result;

export interface IOrAlt<Result> {
  readonly ALT: () => Result;
}

interface ParserConfiguration {
  readonly maxLookahead: 1;
  readonly recoveryEnabled: false;
  // What only Chevrotain wants to know.
  readonly skipValidations: boolean;
}

/** A token that no rule can go on with. */
class UnexpectedToken extends Error {
  readonly token: IToken;

  constructor(token: IToken) {
    super(`unexpected ${token.tokenType.name}`);
    this.token = token;
  }
}

const endOfFile: IToken = { image: "", startOffset: Number.NaN, tokenTypeIdx: EOF.tokenTypeIdx, tokenType: EOF };
const noDecisions: RuleDecisions = { or: [], option: [], many: [] };

/**
 * A parser whose rules decide by one token, make their results themselves, and have at most two arguments. Numbers tell
 * decisions of a rule apart; calls and tokens have them for Chevrotain alone.
 */
export abstract class EmbeddedActionsParser {
  /** Chevrotain calls every rule once to learn the grammar, without a text. */
  protected readonly RECORDING_PHASE: boolean = false;
  errors: readonly { readonly token: IToken }[] = [];
  #tokens: readonly IToken[] = [];
  #index = 0;
  /** The token at `#index`: most questions are about it. */
  #next = endOfFile;
  /** Those of the rule that is being read. */
  #decisions = noDecisions;

  // biome-ignore lint/complexity/noUselessConstructor: Chevrotain's takes these.
  constructor(_types: readonly TokenType[], _configuration: ParserConfiguration) {}

  /** The build has done it. */
  protected performSelfAnalysis(): void {}

  set input(tokens: IToken[]) {
    this.#tokens = tokens;
    this.#index = 0;
    this.#next = tokens[0] ?? endOfFile;
    this.errors = [];
  }

  protected RULE<Arguments extends [unknown?, unknown?], Result>(
    name: string,
    action: Action<Arguments, Result>,
  ): ParserMethod<Arguments, Result> {
    const decisions = tables.rules[name] ?? noDecisions;
    const readText = (...args: Arguments) => this.#readText(action, decisions, args);
    return Object.assign(readText, { action, decisions });
  }

  #readText<Arguments extends unknown[], Result>(
    action: Action<Arguments, Result>,
    decisions: RuleDecisions,
    args: Arguments,
  ): Result {
    this.#decisions = decisions;
    try {
      const result = action(...args);
      if (this.#next !== endOfFile) this.errors = [{ token: this.#next }];
      return result;
    } catch (error) {
      if (!(error instanceof UnexpectedToken)) throw error;
      this.errors = [error];
      return undefined as Result;
    }
  }

  protected LA(distance: number): IToken {
    return this.#tokens[this.#index + distance - 1] ?? endOfFile;
  }

  protected SKIP_TOKEN(): IToken {
    this.#index++;
    this.#next = this.#tokens[this.#index] ?? endOfFile;
    return this.#next;
  }

  protected CONSUME(type: TokenType): IToken {
    const token = this.#next;
    if (token.tokenTypeIdx !== type.tokenTypeIdx && !type.categoryMatches.includes(token.tokenTypeIdx)) {
      throw new UnexpectedToken(token);
    }
    this.SKIP_TOKEN();
    return token;
  }

  protected CONSUME1(type: TokenType): IToken {
    return this.CONSUME(type);
  }

  protected SUBRULE<Arguments extends [unknown?, unknown?], Result>(
    rule: ParserMethod<Arguments, Result>,
    options?: { readonly ARGS: Arguments },
  ): Result {
    const caller = this.#decisions;
    this.#decisions = rule.decisions;
    const action = rule.action as Action<[unknown?, unknown?], Result>;
    const result = options === undefined ? action() : action(options.ARGS[0], options.ARGS[1]);
    this.#decisions = caller;
    return result;
  }

  protected SUBRULE1<Arguments extends [unknown?, unknown?], Result>(
    rule: ParserMethod<Arguments, Result>,
    options?: { readonly ARGS: Arguments },
  ): Result {
    return this.SUBRULE(rule, options);
  }

  protected OR<Result>(alternatives: readonly IOrAlt<Result>[]): Result {
    const alternative = alternatives[(this.#decisions.or[0] as Decision)[this.#next.tokenTypeIdx] as number];
    if (alternative === undefined) throw new UnexpectedToken(this.#next);
    return alternative.ALT();
  }

  protected MANY(action: () => unknown): void {
    const decision = this.#decisions.many[0] as Decision;
    while (this.#begins(decision)) action();
  }

  protected OPTION<Result>(action: () => Result): Result | undefined {
    return this.#begins(this.#decisions.option[0] as Decision) ? action() : undefined;
  }

  protected OPTION1<Result>(action: () => Result): Result | undefined {
    return this.#begins(this.#decisions.option[1] as Decision) ? action() : undefined;
  }

  protected OPTION2<Result>(action: () => Result): Result | undefined {
    return this.#begins(this.#decisions.option[2] as Decision) ? action() : undefined;
  }

  protected OPTION3<Result>(action: () => Result): Result | undefined {
    return this.#begins(this.#decisions.option[3] as Decision) ? action() : undefined;
  }

  protected OPTION4<Result>(action: () => Result): Result | undefined {
    return this.#begins(this.#decisions.option[4] as Decision) ? action() : undefined;
  }

  protected OPTION5<Result>(action: () => Result): Result | undefined {
    return this.#begins(this.#decisions.option[5] as Decision) ? action() : undefined;
  }

  #begins(decision: Decision): boolean {
    return decision[this.#next.tokenTypeIdx] === 0;
  }
}
