import type { IToken, ParserMethod } from "chevrotain";
import type {
  Edge,
  LayoutBlock,
  LayoutEntry,
  OutcomeReference,
  ParamDeclaration,
  RawBlock,
  ResourceDeclaration,
  RuleStatement,
} from "../ast.js";
import * as t from "../tokens.js";
import { wholeForms } from "../whole-forms.js";
import { ScenarioRules } from "./scenario-rules.js";
import { statementStarts } from "./statement-starts.js";
import { type StopSet, stopSet } from "./tolerant-parser.js";

const layoutStops: StopSet = stopSet([t.NameToken, t.RBrace]);
const bodyStops: StopSet = stopSet([...statementStarts, t.LBrace, t.RBrace]);
const arrowStops: StopSet = stopSet([...statementStarts, t.RBrace]);

/** Statements that hold no other statements. */
export abstract class MemberRules extends ScenarioRules {
  readonly edge: ParserMethod<[], Edge> = this.RULE("edge", (): Edge => {
    let outcomes: readonly OutcomeReference[] = [];
    const start = this.next;
    let arrow: IToken | undefined;
    this.OR([
      {
        ALT: () => {
          outcomes = this.SUBRULE(this.outcomes);
          arrow = this.OPTION(() => this.CONSUME(t.Arrow));
        },
      },
      {
        ALT: () => {
          arrow = this.CONSUME1(t.Arrow);
        },
      },
    ]);
    const target = this.OPTION1(() => this.CONSUME(t.Word));
    if (arrow === undefined) this.lacks("`->` and a target");
    else if (target === undefined) this.lacks("the name of a node after `->`");
    return { kind: "edge", outcomes, target: target && this.name(target), range: this.rangeFrom(start) };
  });

  readonly outcomes: ParserMethod<[], readonly OutcomeReference[]> = this.RULE(
    "outcomes",
    (): readonly OutcomeReference[] => {
      const first = this.CONSUME(t.OutcomeStart);
      // Most edges have one outcome. An array that is pushed to has room for 17.
      const outcomes = [this.SUBRULE(this.outcomeRest, { ARGS: [first] })];
      this.MANY(() => {
        this.CONSUME(t.Comma);
        const next = this.OPTION(() => this.CONSUME(t.Word));
        if (next === undefined) this.lacks("an outcome after `,`");
        const further = this.SUBRULE1(this.outcomeRest, { ARGS: [next ?? first] });
        if (next !== undefined) outcomes.push(further);
      });
      this.skipTo(arrowStops, "`->` and a target");
      return outcomes;
    },
  );

  readonly rule: ParserMethod<[], RuleStatement> = this.RULE(
    "rule",
    (): RuleStatement =>
      this.OR<RuleStatement>([
        {
          ALT: () => {
            const first = this.CONSUME(t.RequireKeyword);
            const reference = this.OPTION(() => this.SUBRULE(this.reference));
            if (reference === undefined) this.lacks("the name of a node");
            const before = this.OPTION1(() => this.CONSUME(t.BeforeKeyword));
            if (before === undefined) this.lacks("`before`", wholeForms.get("require"));
            const target = this.OPTION2(() => this.CONSUME(t.Word));
            const name = this.required(target, "the name of a node");
            return { kind: "require", reference, target: name, range: this.rangeFrom(first) };
          },
        },
        {
          ALT: () => {
            const first = this.CONSUME(t.ForbidKeyword);
            const target = this.OPTION3(() => this.CONSUME1(t.Word));
            const name = this.required(target, "the name of a node");
            const after = this.OPTION4(() => this.CONSUME(t.AfterKeyword));
            if (after === undefined) this.lacks("`after`", wholeForms.get("forbid"));
            const reference = this.OPTION5(() => this.SUBRULE1(this.reference));
            if (reference === undefined) this.lacks("the name of a node");
            return { kind: "forbid", target: name, reference, range: this.rangeFrom(first) };
          },
        },
      ]),
  );

  readonly layout: ParserMethod<[], LayoutBlock> = this.RULE("layout", (): LayoutBlock => {
    const entries: LayoutEntry[] = [];
    const first = this.CONSUME(t.LayoutKeyword);
    this.skipTo(bodyStops, "`{`");
    this.OPTION(() => {
      this.CONSUME(t.LBrace);
      this.skipTo(layoutStops, "the name of a node or `}`");
      this.MANY(() => {
        entries.push(this.SUBRULE(this.layoutEntry));
        this.skipTo(layoutStops, "the name of a node or `}`");
      });
      this.CONSUME(t.RBrace);
    });
    return { kind: "layout", entries, range: this.rangeFrom(first) };
  });

  readonly layoutEntry: ParserMethod<[], LayoutEntry> = this.RULE("layoutEntry", (): LayoutEntry => {
    const first = this.next;
    const reference = this.SUBRULE(this.reference);
    const x = this.OPTION(() => this.CONSUME(t.NumberLiteral));
    const comma = this.OPTION1(() => this.CONSUME(t.Comma));
    const y = this.OPTION2(() => this.CONSUME1(t.NumberLiteral));
    const id = this.OPTION3(() => this.CONSUME(t.StringLiteral));
    const given = [x, comma, y].filter((token) => token !== undefined).length;
    if (given === 1 || given === 2) this.lacks("two numbers with `,` between them");
    else if (given === 0 && id === undefined) this.lacks("coordinates such as `120, 60`, or an id in quotes");
    return {
      kind: "layout-entry",
      reference,
      x: x && this.number(x),
      y: y && this.number(y),
      id: this.title(id),
      range: this.rangeFrom(first),
    };
  });

  readonly raw: ParserMethod<[], RawBlock> = this.RULE("raw", (): RawBlock => {
    const first = this.CONSUME(t.RawKeyword);
    this.skipTo(bodyStops, "`{`");
    const value = this.OPTION(() => this.SUBRULE(this.object));
    return { kind: "raw", value, range: this.rangeFrom(first) };
  });

  readonly resource: ParserMethod<[], ResourceDeclaration> = this.RULE("resource", (): ResourceDeclaration => {
    const first = this.CONSUME(t.ResourceKeyword);
    const kind = this.OPTION(() => this.CONSUME(t.NameToken));
    const id = this.OPTION1(() => this.CONSUME(t.StringLiteral));
    if (id === undefined) this.lacks("the resource's id in quotes", wholeForms.get("resource"));
    const from = this.OPTION2(() => this.CONSUME(t.FromKeyword));
    if (from === undefined) this.lacks("`from`", wholeForms.get("resource"));
    const path = this.OPTION3(() => this.CONSUME1(t.StringLiteral));
    if (path === undefined) this.lacks("the path of a file in quotes", wholeForms.get("resource"));
    return {
      kind: "resource",
      resourceKind: this.required(kind, "the kind of the resource"),
      id: this.title(id),
      path: this.title(path),
      range: this.rangeFrom(first),
    };
  });

  readonly param: ParserMethod<[], ParamDeclaration> = this.RULE("param", (): ParamDeclaration => {
    const first = this.CONSUME(t.ParamKeyword);
    const name = this.required(
      this.OPTION(() => this.CONSUME(t.NameToken)),
      "a name",
    );
    const equals = this.OPTION1(() => this.CONSUME(t.Equals));
    const value = this.OPTION2(() => this.SUBRULE(this.value));
    if (equals !== undefined && value === undefined) this.lacks("a value after `=`");
    else if (equals === undefined && value !== undefined) this.lacks("`=` before the value");
    return { kind: "param", name, value, range: this.rangeFrom(first) };
  });
}
