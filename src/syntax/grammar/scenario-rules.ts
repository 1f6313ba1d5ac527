import type { IOrAlt, IToken, ParserMethod } from "chevrotain";
import type {
  AnswerStep,
  Duration,
  ExpectStep,
  GivenStep,
  ListValue,
  ObjectValue,
  OutcomeReference,
  Reference,
  ResumeStep,
  ScenarioStep,
  StringValue,
  StubStep,
  SubmitStep,
  Value,
  WaitStep,
} from "../ast.js";
import { endOf, typeIndex } from "../token-vector.js";
import * as t from "../tokens.js";
import { wholeForms } from "../whole-forms.js";
import { ReferenceRules } from "./reference-rules.js";
import { type StopSet, stopSet } from "./tolerant-parser.js";

interface AnswerParts {
  readonly node: Reference | undefined;
  readonly operation: IToken | undefined;
  readonly target: StringValue | undefined;
  readonly outcome: OutcomeReference | undefined;
  readonly value: Value | undefined;
  readonly range: AnswerStep["range"];
}

const pathStops: StopSet = stopSet([t.NameToken, t.Comma, t.RBracket]);
const milliseconds = new Map([
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/** The steps of a scenario. */
export abstract class ScenarioRules extends ReferenceRules {
  #stepAlternatives: IOrAlt<ScenarioStep>[] | undefined;
  #bracedAlternatives: IOrAlt<ObjectValue | ListValue>[] | undefined;

  readonly step: ParserMethod<[], ScenarioStep> = this.RULE("step", (): ScenarioStep => {
    this.#stepAlternatives ??= [
      { ALT: () => this.SUBRULE(this.given) },
      { ALT: () => this.SUBRULE(this.stub) },
      { ALT: () => this.SUBRULE(this.submit) },
      { ALT: () => this.#resume(this.CONSUME(t.ResumeKeyword)) },
      { ALT: () => this.SUBRULE(this.wait) },
      { ALT: () => this.SUBRULE(this.expectation) },
    ];
    return this.OR(this.#stepAlternatives);
  });

  /** The name of a header may be quoted: `given header "X-Requested-With" "…"`. */
  readonly given: ParserMethod<[], GivenStep> = this.RULE("given", (): GivenStep => {
    const first = this.CONSUME(t.GivenKeyword);
    const subject = this.OPTION(() => this.CONSUME(t.NameToken));
    let name = this.OPTION1(() => this.CONSUME1(t.NameToken));
    const start = this.next;
    let value = this.OPTION2(() => this.SUBRULE(this.value));
    const second = this.OPTION3(() => this.CONSUME(t.StringLiteral));
    if (second !== undefined && name === undefined && start.tokenTypeIdx === typeIndex(t.StringLiteral)) {
      name = start;
      value = this.stringValue(second);
    }
    if (subject === undefined) this.lacks("what is given: user, session, state, header, cookie, query, esv or secret");
    else if (value === undefined) this.#lacksGiven(subject, name);
    return {
      kind: "given",
      subject: subject && this.name(subject),
      name: name && this.name(name),
      value,
      range: this.rangeFrom(first),
    };
  });

  /** `stub Node -> outcome { … }` decides a node; with an operation or a text before the arrow, it answers a call. */
  readonly stub: ParserMethod<[], StubStep | AnswerStep> = this.RULE("stub", (): StubStep | AnswerStep => {
    const first = this.CONSUME(t.StubKeyword);
    const node = this.OPTION(() => this.SUBRULE(this.reference));
    if (node === undefined) this.lacks("the name of a node");
    const operation = this.OPTION1(() => this.CONSUME(t.NameToken));
    const target = this.OPTION2(() => this.CONSUME(t.StringLiteral));
    const arrow = this.OPTION3(() => this.CONSUME(t.Arrow));
    if (arrow === undefined) this.lacks("`->`", wholeForms.get("stub"));
    let outcome: OutcomeReference | undefined;
    this.OPTION4(() => {
      const word = this.CONSUME(t.Word);
      outcome = this.SUBRULE(this.outcomeRest, { ARGS: [word] });
    });
    const value = this.OPTION5(() => this.SUBRULE(this.braced));
    const range = this.rangeFrom(first);
    if (operation !== undefined || target !== undefined) {
      if (outcome === undefined && value === undefined) this.lacks("the answer: `{ … }`");
      return this.#answer({ node, operation, target: this.title(target), outcome, value, range });
    }
    if (outcome === undefined) this.lacks("an outcome", wholeForms.get("stub"));
    if (value?.kind === "list") {
      const { start } = value.range;
      this.problems.report("syntax-error", start, start + 1, {
        expected: "`{` and values of shared state",
        found: '"["',
      });
    }
    return { kind: "stub", node, outcome, state: value?.kind === "object" ? value : undefined, range };
  });

  /** Without a node it answers the script of a scenario that runs one alone. */
  readonly submit: ParserMethod<[], SubmitStep> = this.RULE("submit", (): SubmitStep => {
    const first = this.CONSUME(t.SubmitKeyword);
    const node = this.OPTION(() => this.SUBRULE(this.reference));
    const inputs = this.OPTION1(() => this.SUBRULE(this.object));
    return { kind: "submit", node, inputs, range: this.rangeFrom(first) };
  });

  readonly braced: ParserMethod<[], ObjectValue | ListValue> = this.RULE("braced", (): ObjectValue | ListValue => {
    this.#bracedAlternatives ??= [{ ALT: () => this.SUBRULE(this.object) }, { ALT: () => this.SUBRULE(this.list) }];
    return this.OR(this.#bracedAlternatives);
  });

  readonly wait: ParserMethod<[], WaitStep> = this.RULE("wait", (): WaitStep => {
    const first = this.CONSUME(t.WaitKeyword);
    const token = this.OPTION(() => this.CONSUME(t.DurationLiteral));
    if (token === undefined) this.lacks("a duration such as `90s`, `15m` or `1h30m`");
    return { kind: "wait", duration: token && this.#duration(token), range: this.rangeFrom(first) };
  });

  readonly expectation: ParserMethod<[], ExpectStep> = this.RULE("expect", (): ExpectStep => {
    const first = this.CONSUME(t.ExpectKeyword);
    const subject = this.OPTION(() => this.CONSUME(t.NameToken));
    if (subject === undefined) this.lacks("what is expected: success, failure, suspended, at, path, email, user …");
    const at = this.OPTION1(() => this.SUBRULE(this.reference));
    const path = this.OPTION2(() => this.SUBRULE(this.path));
    const text = this.OPTION3(() => this.CONSUME(t.StringLiteral));
    const value = this.OPTION4(() => this.SUBRULE(this.braced));
    if (subject?.image === "at" && at === undefined) this.lacks("the name of a node");
    if (subject?.image === "path" && path === undefined)
      this.lacks("`[` and the nodes of the path", wholeForms.get("path"));
    return {
      kind: "expect",
      subject: subject && this.name(subject),
      at,
      path,
      text: this.title(text),
      value,
      range: this.rangeFrom(first),
    };
  });

  readonly path: ParserMethod<[], readonly Reference[]> = this.RULE("path", (): readonly Reference[] => {
    const references: Reference[] = [];
    const alternatives: IOrAlt<unknown>[] = [
      { ALT: () => references.push(this.SUBRULE(this.reference)) },
      { ALT: () => this.CONSUME(t.Comma) },
    ];
    this.CONSUME(t.PathStart);
    this.skipTo(pathStops, "the name of a node");
    this.MANY(() => {
      this.OR(alternatives);
      this.skipTo(pathStops, "the name of a node, `,` or `]`");
    });
    this.CONSUME(t.RBracket);
    return references;
  });

  #answer({ node, operation, target, outcome, value, range }: AnswerParts): AnswerStep {
    const [service] = node?.parts ?? [];
    return {
      kind: "answer",
      service,
      operation: operation && this.name(operation),
      target,
      word: outcome?.outcome,
      value,
      range,
    };
  }

  /** `given esv esv.mail.from "…"`: a name with dots stands in quotes. */
  #lacksGiven(subject: IToken, name: IToken | undefined): void {
    if (this.RECORDING_PHASE) return;
    if (name === undefined || this.next.tokenTypeIdx !== typeIndex(t.Dot)) {
      this.lacks("a value");
      return;
    }
    const args = { expected: "the name in quotes", found: `"${name.image}."` };
    const help = `Put the whole name in quotes: \`given ${subject.image} "${name.image}.…" "…"\`.`;
    this.problems.report("syntax-error", name.startOffset, endOf(this.next), args, { help });
  }

  #resume(token: IToken): ResumeStep {
    return { kind: "resume", range: this.rangeFrom(token) };
  }

  #duration(token: IToken): Duration | undefined {
    if (this.RECORDING_PHASE) return undefined;
    let total = 0;
    for (const [, amount = "0", unit = "s"] of token.image.matchAll(/(\d+)([smhd])/g)) {
      total += Number(amount) * (milliseconds.get(unit) ?? 0);
    }
    return { text: token.image, milliseconds: total, range: this.rangeFrom(token) };
  }
}
