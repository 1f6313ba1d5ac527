import type { IOrAlt, IToken, ParserMethod } from "chevrotain";
import type {
  ExportBlock,
  ExternDeclaration,
  FileItem,
  JourneyDeclaration,
  JourneyMember,
  Name,
  NodeDeclaration,
  NodeMember,
  PageDeclaration,
  PageMember,
  Property,
  Reference,
  ScenarioDeclaration,
  ScenarioStep,
  ScriptDeclaration,
} from "../ast.js";
import * as t from "../tokens.js";
import { wholeForms } from "../whole-forms.js";
import { MemberRules } from "./member-rules.js";
import { Placement, type Statement, type StatementBlock } from "./placement.js";
import { statementStarts } from "./statement-starts.js";
import { type StopSet, stopSet } from "./tolerant-parser.js";

const blockStops: StopSet = stopSet([...statementStarts, t.RBrace]);
const headerStops: StopSet = stopSet([...statementStarts, t.RBrace, t.LBrace]);

const expectedIn: Readonly<Record<StatementBlock, string>> = {
  file: "a journey, script, resource, extern, param or scenario",
  journey: "a property, a node, a page or `}`",
  page: "a property, a node, an outcome or `}`",
  node: "a property, an outcome or `}`",
  properties: "a property or `}`",
  scenario: "a step (given, stub, submit, resume, wait, expect) or `}`",
};

/** What the lines of a block look like. */
const helpIn: Readonly<Record<StatementBlock, string | undefined>> = {
  file: undefined,
  journey: "A line is `key: value`, or begins a declaration such as `node Name: Type {`.",
  page: "A line is `key: value`, `node Name: Type`, or `outcome -> Node`.",
  node: "A line is `key: value`, or `outcome -> Node`.",
  properties: "A line is `key: value`.",
  scenario: "A line is one step, such as `submit Node { input: value }` or `expect success`.",
};

const nothingPlaced = new Placement();

/** The whole grammar, from tokens straight to the syntax tree. */
export class FileParser extends MemberRules {
  #placement = nothingPlaced;
  #statementAlternatives: IOrAlt<Statement>[] | undefined;

  constructor(validated = false) {
    super(validated);
    this.performSelfAnalysis();
  }

  readonly file: ParserMethod<[], readonly FileItem[]> = this.RULE("file", (): readonly FileItem[] => {
    this.#placement = new Placement();
    const items: FileItem[] = [];
    this.skipTo(blockStops, expectedIn.file);
    this.MANY(() => {
      const statement = this.SUBRULE(this.statement);
      if (!this.RECORDING_PHASE) this.#placement.place(statement, "file", items, this.problems);
      this.skipTo(blockStops, expectedIn.file);
    });
    // It knows parts of the tree, which must not live as long as the parser.
    this.#placement = nothingPlaced;
    return items;
  });

  readonly statement: ParserMethod<[], Statement> = this.RULE("statement", (): Statement => {
    this.#statementAlternatives ??= [
      { ALT: () => this.SUBRULE(this.property) },
      { ALT: () => this.SUBRULE(this.edge) },
      { ALT: () => this.SUBRULE(this.node) },
      { ALT: () => this.SUBRULE(this.page) },
      { ALT: () => this.SUBRULE(this.journey) },
      { ALT: () => this.SUBRULE(this.script) },
      { ALT: () => this.SUBRULE(this.resource) },
      { ALT: () => this.SUBRULE(this.extern) },
      { ALT: () => this.SUBRULE(this.param) },
      { ALT: () => this.SUBRULE(this.scenario) },
      { ALT: () => this.SUBRULE(this.rule) },
      { ALT: () => this.SUBRULE(this.exportBlock) },
      { ALT: () => this.SUBRULE(this.layout) },
      { ALT: () => this.SUBRULE(this.raw) },
      { ALT: () => this.SUBRULE(this.step) },
    ];
    return this.OR(this.#statementAlternatives);
  });

  /** The one rule for what stands in braces; `members` gets what may stand there. Answers whether there are braces. */
  readonly block: ParserMethod<[StatementBlock, Statement[]], boolean> = this.RULE(
    "block",
    (kind: StatementBlock, members: Statement[]) => {
      let found = false;
      this.skipTo(headerStops, "`{` or a new line", "Remove it: nothing else stands in a header.");
      this.OPTION(() => {
        this.CONSUME(t.LBrace);
        this.skipTo(blockStops, expectedIn[kind], helpIn[kind]);
        this.MANY(() => {
          const statement = this.SUBRULE(this.statement);
          if (!this.RECORDING_PHASE) this.#placement.place(statement, kind, members, this.problems);
          this.skipTo(blockStops, expectedIn[kind], helpIn[kind]);
        });
        this.CONSUME(t.RBrace);
        found = true;
      });
      return found;
    },
  );

  readonly journey: ParserMethod<[], JourneyDeclaration> = this.RULE("journey", (): JourneyDeclaration => {
    const members: JourneyMember[] = [];
    const first = this.CONSUME(t.JourneyKeyword);
    const name = this.required(this.#name(), "a name");
    const title = this.title(this.OPTION1(() => this.CONSUME(t.StringLiteral)));
    this.#needBody(this.SUBRULE(this.block, { ARGS: ["journey", members] }));
    return { kind: "journey", name, title, members, range: this.rangeFrom(first) };
  });

  readonly node: ParserMethod<[], NodeDeclaration> = this.RULE("node", (): NodeDeclaration => {
    const members: NodeMember[] = [];
    const first = this.CONSUME(t.NodeKeyword);
    const name = this.required(
      this.OPTION(() => this.CONSUME(t.Word)),
      "a name",
    );
    const colon = this.OPTION1(() => this.CONSUME(t.Colon));
    if (colon === undefined) this.lacks("`:` and a node type", `node ${name?.text || "Name"}: Type`);
    const type = this.OPTION2(() => this.SUBRULE(this.type));
    if (type === undefined) this.lacks("a node type");
    const title = this.title(this.OPTION3(() => this.CONSUME(t.StringLiteral)));
    const hasBody = this.SUBRULE(this.block, { ARGS: ["node", members] });
    return { kind: "node", name, type, title, members, hasBody, range: this.rangeFrom(first) };
  });

  readonly page: ParserMethod<[], PageDeclaration> = this.RULE("page", (): PageDeclaration => {
    const members: PageMember[] = [];
    const first = this.CONSUME(t.PageKeyword);
    const name = this.required(this.#name(), "a name");
    const version = this.OPTION1(() => this.SUBRULE(this.version));
    const title = this.title(this.OPTION2(() => this.CONSUME(t.StringLiteral)));
    const hasBody = this.SUBRULE(this.block, { ARGS: ["page", members] });
    this.#needBody(hasBody);
    return { kind: "page", name, version, title, members, hasBody, range: this.rangeFrom(first) };
  });

  readonly script: ParserMethod<[], ScriptDeclaration> = this.RULE("script", (): ScriptDeclaration => {
    const properties: Property[] = [];
    const first = this.CONSUME(t.ScriptKeyword);
    const name = this.required(this.#name(), "a name");
    const title = this.title(this.OPTION1(() => this.CONSUME(t.StringLiteral)));
    this.#needBody(this.SUBRULE(this.block, { ARGS: ["properties", properties] }));
    return { kind: "script", name, title, properties, range: this.rangeFrom(first) };
  });

  readonly extern: ParserMethod<[], ExternDeclaration> = this.RULE("extern", (): ExternDeclaration => {
    const properties: Property[] = [];
    const first = this.CONSUME(t.ExternKeyword);
    const keyword = this.OPTION1(() => this.CONSUME(t.NodeKeyword));
    if (keyword === undefined) this.lacks("`node`", wholeForms.get("extern"));
    const name = this.required(this.#name(), "a name");
    const id = this.OPTION2(() => this.CONSUME(t.StringLiteral));
    if (id === undefined) this.lacks("the type's id in quotes", wholeForms.get("extern"));
    this.#needBody(this.SUBRULE(this.block, { ARGS: ["properties", properties] }));
    return { kind: "extern", name, typeId: this.title(id), properties, range: this.rangeFrom(first) };
  });

  readonly exportBlock: ParserMethod<[], ExportBlock> = this.RULE("export", (): ExportBlock => {
    const properties: Property[] = [];
    const first = this.CONSUME(t.ExportKeyword);
    this.SUBRULE(this.block, { ARGS: ["properties", properties] });
    return { kind: "export", properties, range: this.rangeFrom(first) };
  });

  readonly scenario: ParserMethod<[], ScenarioDeclaration> = this.RULE("scenario", (): ScenarioDeclaration => {
    const steps: ScenarioStep[] = [];
    const first = this.CONSUME(t.ScenarioKeyword);
    const title = this.OPTION1(() => this.CONSUME(t.StringLiteral));
    if (title === undefined) this.lacks("a title in quotes", wholeForms.get("scenario"));
    const of = this.OPTION2(() => this.CONSUME(t.OfKeyword));
    if (of === undefined) this.lacks("`of`", wholeForms.get("scenario"));
    const ofScript = this.OPTION3(() => this.CONSUME(t.ScriptWord));
    const named = this.OPTION4(() => this.SUBRULE(this.reference));
    if (named === undefined) {
      const what = ofScript === undefined ? "journey" : "script";
      this.lacks(`the name of a ${what}`, ofScript === undefined ? wholeForms.get("scenario") : undefined);
    }
    const [script, journey] = ofScript === undefined ? [undefined, this.#onlyName(named)] : [named, undefined];
    this.#needBody(this.SUBRULE(this.block, { ARGS: ["scenario", steps] }));
    return { kind: "scenario", title: this.title(title), journey, script, steps, range: this.rangeFrom(first) };
  });

  /** The name of a journey, behind which no other may stand. */
  #onlyName(reference: Reference | undefined): Name | undefined {
    const [first, second] = reference?.parts ?? [];
    if (first !== undefined && second !== undefined && !this.RECORDING_PHASE) {
      const { start, end } = { start: first.range.end, end: second.range.end };
      this.problems.report("syntax-error", start, end, { expected: "`{`", found: `".${second.text}"` });
    }
    return first;
  }

  #name(): IToken | undefined {
    return this.OPTION(() => this.CONSUME(t.NameToken));
  }

  #needBody(hasBody: boolean): void {
    if (!hasBody) this.lacks("`{`");
  }
}
