import type { Range } from "../text/range.js";

/**
 * The syntax tree of a `.journey` file: what the author wrote, in the author's order, with offsets into the text.
 * A tree exists for any text; parts that are missing from broken text are `undefined` and have been reported.
 */
export interface FileNode {
  readonly kind: "file";
  readonly items: readonly FileItem[];
  /** All comments in order of position; owners are found by `src/format`. */
  readonly comments: readonly Comment[];
  readonly range: Range;
}

export interface Comment {
  readonly kind: "line" | "block";
  /** With its marks: `// why` or a whole block comment. */
  readonly text: string;
  readonly range: Range;
}

export type FileItem =
  | JourneyDeclaration
  | ScriptDeclaration
  | ResourceDeclaration
  | ExternDeclaration
  | ParamDeclaration
  | ScenarioDeclaration;

/** A NAME or a STRING in the place of one. */
export interface Name {
  readonly text: string;
  readonly quoted: boolean;
  readonly range: Range;
}

export interface JourneyDeclaration {
  readonly kind: "journey";
  readonly name: Name | undefined;
  /** The tree's `_id` where it differs from the name. */
  readonly title: StringValue | undefined;
  readonly members: readonly JourneyMember[];
  readonly range: Range;
}

export type JourneyMember =
  | Property
  | EntryStatement
  | NodeDeclaration
  | PageDeclaration
  | ScriptDeclaration
  | ResourceDeclaration
  | RuleStatement
  | ExportBlock
  | LayoutBlock
  | RawBlock;

export interface Property {
  readonly kind: "property";
  readonly key: Name;
  /** `de` of `pageHeader.de: "…"`. */
  readonly locale: Name | undefined;
  readonly value: Value | undefined;
  readonly range: Range;
}

export interface EntryStatement {
  readonly kind: "entry";
  readonly target: Name | undefined;
  readonly range: Range;
}

export interface TypeReference {
  readonly name: Name;
  /** `2.0` of `Type@2.0`, as written. */
  readonly version: Version | undefined;
  readonly range: Range;
}

export interface Version {
  readonly text: string;
  readonly range: Range;
}

export interface NodeDeclaration {
  readonly kind: "node";
  readonly name: Name | undefined;
  readonly type: TypeReference | undefined;
  readonly title: StringValue | undefined;
  readonly members: readonly NodeMember[];
  /** False for `node A: T` without braces. */
  readonly hasBody: boolean;
  readonly range: Range;
}

export type NodeMember = Property | Edge;

export interface PageDeclaration {
  readonly kind: "page";
  readonly name: Name | undefined;
  readonly version: Version | undefined;
  readonly title: StringValue | undefined;
  readonly members: readonly PageMember[];
  readonly hasBody: boolean;
  readonly range: Range;
}

export type PageMember = Property | NodeDeclaration | Edge;

export interface Edge {
  readonly kind: "edge";
  /** Empty for `-> Target`. */
  readonly outcomes: readonly OutcomeReference[];
  /** A quoted target is a platform id that no node of the journey has. */
  readonly target: Name | undefined;
  readonly range: Range;
}

/** `true`, or `Password.true`, where `child` is `Password`. */
export interface OutcomeReference {
  readonly child: Name | undefined;
  readonly outcome: Name;
  readonly range: Range;
}

/** `A`, `Page.Node` or `A.outcome`: which of them, the binder finds out. */
export interface Reference {
  readonly parts: readonly Name[];
  readonly range: Range;
}

export type Value = StringValue | NumberValue | BooleanValue | NullValue | NameValue | ListValue | ObjectValue;

export interface StringValue {
  readonly kind: "string";
  /** True for a `"""` text block. */
  readonly block: boolean;
  /** Decoded text when nothing is interpolated; else the pieces in order. */
  readonly parts: readonly StringPart[];
  readonly range: Range;
}

export type StringPart = string | { readonly param: string; readonly range: Range };

export interface NumberValue {
  readonly kind: "number";
  readonly text: string;
  readonly value: number;
  readonly range: Range;
}

export interface BooleanValue {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly range: Range;
}

export interface NullValue {
  readonly kind: "null";
  readonly range: Range;
}

/** A bare word: a declared script, or `absent`. */
export interface NameValue {
  readonly kind: "name";
  readonly text: string;
  readonly range: Range;
}

export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly range: Range;
}

export interface ObjectValue {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
  readonly range: Range;
}

export interface ObjectEntry {
  readonly key: Name;
  readonly value: Value | undefined;
  readonly range: Range;
}

export interface ScriptDeclaration {
  readonly kind: "script";
  readonly name: Name | undefined;
  readonly title: StringValue | undefined;
  readonly properties: readonly Property[];
  readonly range: Range;
}

export interface ResourceDeclaration {
  readonly kind: "resource";
  readonly resourceKind: Name | undefined;
  readonly id: StringValue | undefined;
  readonly path: StringValue | undefined;
  readonly range: Range;
}

export interface ExternDeclaration {
  readonly kind: "extern";
  readonly name: Name | undefined;
  /** The platform's type id. */
  readonly typeId: StringValue | undefined;
  readonly properties: readonly Property[];
  readonly range: Range;
}

export interface ParamDeclaration {
  readonly kind: "param";
  readonly name: Name | undefined;
  readonly value: Value | undefined;
  readonly range: Range;
}

export type RuleStatement = RequireRule | ForbidRule;

/** `require A before B`. */
export interface RequireRule {
  readonly kind: "require";
  readonly reference: Reference | undefined;
  readonly target: Name | undefined;
  readonly range: Range;
}

/** `forbid B after A`. */
export interface ForbidRule {
  readonly kind: "forbid";
  readonly target: Name | undefined;
  readonly reference: Reference | undefined;
  readonly range: Range;
}

export interface ExportBlock {
  readonly kind: "export";
  readonly properties: readonly Property[];
  readonly range: Range;
}

export interface LayoutBlock {
  readonly kind: "layout";
  readonly entries: readonly LayoutEntry[];
  readonly range: Range;
}

export interface LayoutEntry {
  readonly kind: "layout-entry";
  readonly reference: Reference;
  readonly x: NumberValue | undefined;
  readonly y: NumberValue | undefined;
  readonly id: StringValue | undefined;
  readonly range: Range;
}

export interface RawBlock {
  readonly kind: "raw";
  readonly value: ObjectValue | undefined;
  readonly range: Range;
}

export interface ScenarioDeclaration {
  readonly kind: "scenario";
  readonly title: StringValue | undefined;
  readonly journey: Name | undefined;
  /** `of script Name`, `of script Journey.Name`: the scenario runs this script alone, and names no journey. */
  readonly script: Reference | undefined;
  readonly steps: readonly ScenarioStep[];
  readonly range: Range;
}

export type ScenarioStep = GivenStep | StubStep | AnswerStep | SubmitStep | ResumeStep | WaitStep | ExpectStep;

/** `given user { … }`, or `given header NAME "value"`. */
export interface GivenStep {
  readonly kind: "given";
  readonly subject: Name | undefined;
  readonly name: Name | undefined;
  readonly value: Value | undefined;
  readonly range: Range;
}

/** `stub Node -> outcome { shared state }`. */
export interface StubStep {
  readonly kind: "stub";
  readonly node: Reference | undefined;
  readonly outcome: OutcomeReference | undefined;
  readonly state: ObjectValue | undefined;
  readonly range: Range;
}

/** `stub http GET "url" -> { … }`, `stub openidm read "resource" -> { … }`: what answers a call of a script. */
export interface AnswerStep {
  readonly kind: "answer";
  readonly service: Name | undefined;
  readonly operation: Name | undefined;
  readonly target: StringValue | undefined;
  /** `error` or `null`, where such a word follows the arrow. */
  readonly word: Name | undefined;
  readonly value: Value | undefined;
  readonly range: Range;
}

export interface SubmitStep {
  readonly kind: "submit";
  readonly node: Reference | undefined;
  readonly inputs: ObjectValue | undefined;
  readonly range: Range;
}

export interface ResumeStep {
  readonly kind: "resume";
  readonly range: Range;
}

export interface WaitStep {
  readonly kind: "wait";
  readonly duration: Duration | undefined;
  readonly range: Range;
}

/** `90s`, `15m`, `24h`, `2d`. */
export interface Duration {
  readonly text: string;
  readonly milliseconds: number;
  readonly range: Range;
}

/** `expect success`, `expect at Node`, `expect path [ A, B.true ]`, `expect user "demo" { … }`, `expect message "…"`. */
export interface ExpectStep {
  readonly kind: "expect";
  readonly subject: Name | undefined;
  readonly at: Reference | undefined;
  readonly path: readonly Reference[] | undefined;
  /** `"demo"` of `expect user "demo" { … }`, or the text of `expect message "…"`. */
  readonly text: StringValue | undefined;
  readonly value: Value | undefined;
  readonly range: Range;
}
