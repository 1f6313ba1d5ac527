import type { TokenType } from "chevrotain";
import { type BlockKind, declarationKeywords } from "../keywords.js";
import * as t from "../tokens.js";
import { bodyOfLayout, bodyOfNode, bodyOfPage, bodyOfScenario, bodyOfSettings, ofReference } from "./fit-token.js";
import { either, FormNet, mark, meant, optional, type Piece, repeated, sequence, slot, word } from "./form-net.js";

/** A kind of statement: where it begins and ends in the network, and where it may stand. */
export interface StatementForm {
  readonly start: number;
  readonly end: number;
  readonly places: readonly BlockKind[];
  /** What an unknown first word costs more than in the form that is usual here. */
  readonly rare: number;
  /** What it costs more behind another statement of its line. */
  readonly atStart: number;
  /** The keyword whose header this is. */
  readonly keyword: string | undefined;
  /** The tokens in the order of the language, where the author wrote them in another one. */
  readonly order: readonly number[] | undefined;
}

const net = new FormNet();
const forms: StatementForm[] = [];

function form(places: readonly BlockKind[], piece: Piece, keyword?: string, more: Partial<StatementForm> = {}): void {
  const start = net.state();
  const atStart = keyword === undefined ? 0 : 1.5;
  forms.push({ start, end: piece(net, start), places, rare: 0, atStart, keyword, order: undefined, ...more });
}

/** The block in which a keyword belongs. */
function placesOf(keyword: string): readonly BlockKind[] {
  return declarationKeywords.get(keyword)?.places ?? ["scenario"];
}

const never = Number.POSITIVE_INFINITY;
const hole = 2.5;
const colon = (what: string) => mark(t.Colon, ":", what, 1);
const comma = (what: string) => mark(t.Comma, ",", what, 0.8);
const arrow = mark(t.Arrow, "->", "`->` before the target", 1);
const dot = (what: string) => mark(t.Dot, ".", what, never);
const body = (what: string) => mark(t.LBrace, "{", what, 2);
const brace = body("`{`");
const title = optional(slot("title", "a title in quotes", hole));
const version = optional(mark(t.At, "@", "`@`", never), slot("number", "a version such as `2.0`", 0.8));
const reference = sequence(
  slot("name", "the name of a node", hole),
  repeated(dot(ofReference), slot("part", "an outcome", hole)),
);
const target = slot("target", "the name of a node", 3);
const begin = (type: TokenType, text: string, what = `\`${text}\` before the name`) => word(type, text, what, 1.2);
const name = slot("name", "a name", hole);

const entry = sequence(
  slot("key", "a key", never, t.KeyStart),
  mark(t.Colon, ":", "`:` after the key", never),
  slot("item", "a value", never),
);
const nextEntry = sequence(comma("`,`"), entry);
const bareObject = sequence(meant(t.LBrace, "{"), entry, repeated(nextEntry), meant(t.RBrace, "}"));
const bareLocales = sequence(meant(t.LBrace, "{"), entry, nextEntry, repeated(nextEntry), meant(t.RBrace, "}"));
const quoted = slot("quoted", "a text", never);
const nextQuoted = sequence(mark(t.Comma, ",", "`,`", never), quoted);
const bareList = sequence(meant(t.LBracket, "["), quoted, nextQuoted, repeated(nextQuoted), meant(t.RBracket, "]"));
const value = either(slot("value", "a value", 3), bareLocales, bareList);

form(
  ["journey", "page", "node", "properties"],
  sequence(
    slot("key", "a property", 3, t.KeyStart),
    optional(mark(t.Dot, ".", "`.` before a locale", 0.9), slot("locale", "a locale", hole)),
    mark(t.Colon, ":", "`:` after the name of a property", 1.3),
    value,
  ),
);
const outcome = (as?: TokenType) =>
  sequence(slot("outcome", "an outcome", hole, as), optional(dot("`.`"), slot("part", "an outcome", hole)));
form(
  ["page", "node"],
  sequence(outcome(t.OutcomeStart), repeated(comma("`,` between two outcomes"), outcome()), arrow, target),
);
form(["page", "node"], sequence(mark(t.Arrow, "->", "`->` before the target", 2.6), target), undefined, { atStart: 2 });
form(
  ["page", "node"],
  sequence(
    slot("target", "the name of a node", never),
    mark(t.Arrow, "->", "`->`", never),
    slot("outcome", "an outcome", never, t.OutcomeStart),
  ),
  undefined,
  { rare: 1, order: [2, 1, 0] },
);
form(["journey"], sequence(word(t.OutcomeStart, "start", "`start` before the arrow", 2.2), arrow, target), undefined, {
  atStart: 4,
});
form(
  placesOf("node"),
  sequence(
    begin(t.NodeKeyword, "node"),
    slot("title-name", "a name", hole),
    colon("`:` and a node type"),
    slot("type", "a node type", 2),
    version,
    title,
    optional(body(bodyOfNode)),
  ),
  "node",
  { rare: 0.1 },
);
form(
  placesOf("node"),
  sequence(
    begin(t.NodeKeyword, "node"),
    slot("type", "a node type", hole),
    meant(t.Colon, ":"),
    name,
    optional(body(bodyOfNode)),
  ),
  "node",
  { rare: 0.8, order: [0, 3, 2, 1, 4] },
);
form(
  placesOf("node"),
  sequence(
    name,
    word(t.NodeKeyword, "node", "`node`", never),
    colon("`:` and a node type"),
    slot("type", "a node type", 2),
    title,
    optional(body(bodyOfNode)),
  ),
  "node",
  { rare: 1, order: [1, 0, 2, 3] },
);
for (const [type, text] of [
  [t.PageKeyword, "page"],
  [t.JourneyKeyword, "journey"],
  [t.ScriptKeyword, "script"],
] as const)
  form(placesOf(text), sequence(name, word(type, text, `\`${text}\``, never), title, brace), text, {
    rare: 1,
    order: [1, 0],
  });
const named = (type: TokenType, text: string, rare: number, ...rest: readonly Piece[]) =>
  form(
    placesOf(text),
    sequence(
      begin(type, text),
      text === "script" ? name : slot("title-name", "a name", hole),
      ...rest,
      title,
      text === "page" ? body(bodyOfPage) : text === "script" ? body(bodyOfSettings) : brace,
    ),
    text,
    { rare },
  );
named(t.PageKeyword, "page", 0, version);
named(t.JourneyKeyword, "journey", 0);
named(t.ScriptKeyword, "script", 0.8);
form(
  placesOf("resource"),
  sequence(
    begin(t.ResourceKeyword, "resource"),
    slot("word", "the kind of the resource", hole),
    slot("text", "the resource's id in quotes", hole),
    word(t.FromKeyword, "from", "`from`", 1),
    slot("text", "the path of a file in quotes", hole),
  ),
  "resource",
  { rare: 0.5 },
);
form(
  placesOf("extern"),
  sequence(
    begin(t.ExternKeyword, "extern"),
    word(t.NodeKeyword, "node", "`node`", 1),
    name,
    slot("text", "the type's id in quotes", hole),
    body(bodyOfSettings),
  ),
  "extern",
  { rare: 0.5 },
);
form(
  placesOf("param"),
  sequence(
    begin(t.ParamKeyword, "param"),
    name,
    optional(mark(t.Equals, "=", "`=` before the value", 1), slot("value", "a value", hole)),
  ),
  "param",
  { rare: 0.3 },
);
form(
  placesOf("scenario"),
  sequence(
    begin(t.ScenarioKeyword, "scenario"),
    slot("text", "a title in quotes", hole),
    word(t.OfKeyword, "of", "`of`", 1),
    either(
      slot("name", "the name of a journey", hole),
      sequence(
        word(t.ScriptWord, "script", "`script`", never),
        slot("part", "the name of a script", hole, t.NameToken),
        optional(mark(t.Dot, ".", "`.`", never), slot("part", "the name of a script", hole)),
      ),
    ),
    body(bodyOfScenario),
  ),
  "scenario",
  { rare: 0.5 },
);
form(
  placesOf("require"),
  sequence(
    begin(t.RequireKeyword, "require"),
    reference,
    word(t.BeforeKeyword, "before", "`before`", 1),
    slot("target", "the name of a node", hole),
  ),
  "require",
  { rare: 0.5 },
);
form(
  placesOf("forbid"),
  sequence(
    begin(t.ForbidKeyword, "forbid"),
    slot("target", "the name of a node", hole),
    word(t.AfterKeyword, "after", "`after`", 1),
    reference,
  ),
  "forbid",
  { rare: 0.5 },
);
for (const [type, text] of [
  [t.ExportKeyword, "export"],
  [t.LayoutKeyword, "layout"],
  [t.RawKeyword, "raw"],
] as const)
  form(
    placesOf(text),
    sequence(word(type, text, `\`${text}\``, 2.5), body(text === "layout" ? bodyOfLayout : bodyOfSettings)),
    text,
    { rare: 0.3 },
  );
form(
  ["layout"],
  sequence(
    reference,
    either(
      sequence(
        slot("number", "a number", hole),
        comma("`,` between two numbers"),
        slot("number", "a number", hole),
        optional(slot("title", "an id in quotes", never)),
      ),
      slot("title", "an id in quotes", never),
    ),
  ),
);

const step = (type: TokenType, text: string, ...rest: readonly Piece[]) =>
  form(["scenario"], sequence(word(type, text, `\`${text}\``, 1.5), ...rest), text);
const subject = (...words: readonly string[]) =>
  either(...words.map((each) => word(t.NameToken, each, `\`${each}\``, 1)));
const object = either(slot("object", "an object in braces", hole), bareObject);
step(
  t.GivenKeyword,
  "given",
  either(
    sequence(subject("user", "session", "state", "transient"), object),
    sequence(
      subject("header", "cookie", "query", "esv", "secret"),
      either(slot("part", "a name", hole), slot("text", "a name in quotes", never)),
      slot("item", "a text", hole),
    ),
  ),
);
const values = slot("list", "a list in brackets", never);
const call = sequence(
  subject("http", "openidm"),
  optional(slot("word", "an operation", never)),
  slot("text", "an address in quotes", never),
);
step(
  t.StubKeyword,
  "stub",
  either(
    sequence(reference, arrow, outcome(), optional(object)),
    sequence(
      call,
      arrow,
      either(object, values, subject("null"), sequence(subject("error"), optional(slot("object", "an object", never)))),
    ),
  ),
);
step(t.SubmitKeyword, "submit", optional(reference), optional(object));
step(t.ResumeKeyword, "resume");
step(t.WaitKeyword, "wait", slot("duration", "a duration such as `15m`", hole));
step(
  t.ExpectKeyword,
  "expect",
  either(
    subject("success", "failure", "suspended"),
    sequence(subject("at"), reference),
    sequence(subject("path"), slot("list", "the nodes of the path in brackets", hole)),
    sequence(subject("message"), slot("text", "a text", hole)),
    sequence(subject("error"), optional(slot("title", "a text in quotes", never))),
    sequence(subject("outcome"), slot("part", "an outcome", hole)),
    sequence(subject("callbacks"), values),
    sequence(subject("log"), either(slot("title", "a text in quotes", never), values)),
    sequence(call, optional(object)),
    sequence(
      subject("email", "sms", "user", "state", "shared", "transient", "session", "config"),
      optional(slot("title", "a text in quotes", hole)),
      optional(object),
    ),
  ),
);

/** Every kind of statement. */
export const statementForms: readonly StatementForm[] = forms;

/** The network in which all of them are. */
export const statementNet: FormNet = net;
