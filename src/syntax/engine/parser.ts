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

const noDecisions: RuleDecisions = { or: [], option: [], many: [] };

/**
 * A parser whose rules decide by one token, make their results themselves, and have at most two arguments. Numbers tell
 * decisions of a rule apart; calls and tokens have them for Chevrotain alone.
 */
export abstract class EmbeddedActionsParser {
  /** Chevrotain calls every rule once to learn the grammar, without a text. */
  protected readonly RECORDING_PHASE: boolean = false;
  errors: readonly { readonly token: IToken }[] = [];
  /** Those of the rule that is being read. */
  #decisions = noDecisions;

  // biome-ignore lint/complexity/noUselessConstructor: Chevrotain's takes these.
  constructor(_types: readonly TokenType[], _configuration: ParserConfiguration) {}

  /** The build has done it. */
  protected performSelfAnalysis(): void {}

  /** Begins a text, whose tokens come through `next`. */
  set input(_tokens: IToken[]) {
    this.errors = [];
  }

  protected abstract next: IToken;
  protected abstract consumeToken(): void;

  // How Chevrotain asks for tokens.
  protected abstract LA(distance: number): IToken;
  protected abstract LA_FAST(distance: number): IToken;
  protected abstract SKIP_TOKEN(): IToken;

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
      if (this.next.tokenTypeIdx !== EOF.tokenTypeIdx) this.errors = [{ token: this.next }];
      return result;
    } catch (error) {
      if (!(error instanceof UnexpectedToken)) throw error;
      this.errors = [error];
      return undefined as Result;
    }
  }

  protected CONSUME(type: TokenType): IToken {
    const token = this.next;
    if (token.tokenTypeIdx !== type.tokenTypeIdx && !type.categoryMatches.includes(token.tokenTypeIdx)) {
      throw new UnexpectedToken(token);
    }
    this.consumeToken();
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
    const alternative = alternatives[(this.#decisions.or[0] as Decision)[this.next.tokenTypeIdx] as number];
    if (alternative === undefined) throw new UnexpectedToken(this.next);
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
    return decision[this.next.tokenTypeIdx] === 0;
  }
}
