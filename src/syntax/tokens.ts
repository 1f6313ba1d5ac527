import { createToken, EOF, Lexer, type TokenType } from "chevrotain";
import { findStringEnd, findUnterminatedStringEnd, TextBlockMatcher } from "./match-string.js";
import { findBadEnd, findNameEnd } from "./match-word.js";

/** Character codes that can begin a word beyond ASCII: all of 128..255, and one of each of Chevrotain's buckets above. */
const beyondAscii: number[] = [65535];
for (let code = 128; code < 256; code++) beyondAscii.push(code);
for (let code = 256; code < 65535; code += 255) beyondAscii.push(code);

const asciiLetters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"];

function mark(name: string, text: string): TokenType {
  return createToken({ name, pattern: text });
}

/** A pattern in code. The engine of the package asks it where a token ends, Chevrotain for the text. */
function codePattern(findEnd: (text: string, offset: number) => number) {
  const exec = (text: string, offset: number): [string] | null => {
    const end = findEnd(text, offset);
    return end === -1 ? null : [text.slice(offset, end)];
  };
  return { findEnd, exec };
}

/** Made by the passes between lexer and parser, never by the lexer. */
function derived(name: string, label = name): TokenType {
  return createToken({ name, label, pattern: Lexer.NA });
}

/** A NAME, or a STRING in the place of one. */
export const Word = createToken({ name: "Word", pattern: Lexer.NA });

export const WhiteSpace = createToken({ name: "WhiteSpace", pattern: /\s+/y, group: Lexer.SKIPPED });
export const LineComment = createToken({ name: "LineComment", pattern: /\/\/[^\r\n]*/y, group: "comments" });
export const BlockComment = createToken({
  name: "BlockComment",
  pattern: /\/\*[\s\S]*?\*\//y,
  group: "comments",
  line_breaks: true,
});
/** Ends with its line; lines after it that begin with `*`, as authors of block comments like to write, belong to it. */
export const UnterminatedComment = createToken({
  name: "UnterminatedComment",
  pattern: /\/\*[^\r\n]*(?:\r?\n[ \t]*\*[^\r\n]*)*/y,
  line_breaks: true,
});

/**
 * Letters of any script, digits, `_` and `-`, beginning with a letter or `_`. A `-` that begins an arrow is not part of a
 * name. The lexer knows no keywords: `mark-statements.ts` decides from the place whether `node` is one.
 */
export const NameToken = createToken({
  name: "Name",
  pattern: codePattern(findNameEnd),
  line_breaks: false,
  start_chars_hint: [...asciiLetters, ...beyondAscii],
  categories: [Word],
});

/** Its mode is the lexer's to set. */
export const textBlocks = new TextBlockMatcher();

export const TextBlock = createToken({
  name: "TextBlock",
  pattern: codePattern((text, offset) => textBlocks.findClosedEnd(text, offset)),
  line_breaks: true,
  start_chars_hint: ['"'],
});
export const UnterminatedTextBlock = createToken({
  name: "UnterminatedTextBlock",
  pattern: codePattern((text, offset) => textBlocks.findUnclosedEnd(text, offset)),
  line_breaks: true,
  start_chars_hint: ['"'],
});
export const StringLiteral = createToken({
  name: "String",
  pattern: codePattern(findStringEnd),
  line_breaks: false,
  start_chars_hint: ['"'],
  categories: [Word],
});
export const UnterminatedString = createToken({
  name: "UnterminatedString",
  pattern: codePattern(findUnterminatedStringEnd),
  line_breaks: false,
  start_chars_hint: ['"'],
});

/** A text as other languages write it: `'text'`, `“text”`, and `“text"` as word processors make of two marks. */
export const ForeignString = createToken({
  name: "ForeignString",
  pattern:
    /'''[^\r\n]*?'''|'[^'\r\n]*'|'[^'"\r\n]*"|`[^`\r\n]+`|[“”„][^“”"\r\n]*[“”"]|[‘’‚][^‘’"\r\n]*[‘’]|«[^»"\r\n]*»/y,
  line_breaks: false,
  start_chars_hint: ["'", "`", ...beyondAscii],
});
/** A parameter or a placeholder of the platform without the quotes around it: `${name}`, `$name`, `&{esv.name}`. */
export const BareReference = createToken({
  name: "BareReference",
  pattern: /[$&]\{[\w.|-]*\}|\$[A-Za-z_]\w*/y,
  start_chars_hint: ["$", "&"],
});
export const ForeignArrow = createToken({
  name: "ForeignArrow",
  pattern: /=+>|[→⇒⟶⟹➔➜➡]|[–—]>|--+>|-\.+->/y,
  line_breaks: false,
  start_chars_hint: ["=", "-", ...beyondAscii],
});
/** A comment as scripts of other kinds write it. */
export const HashComment = createToken({ name: "HashComment", pattern: /#[^\r\n]*/y });
/** A string that goes on over lines, the last of which ends with its quote and looks like nothing else; references may stand in it. */
export const StringOverLines = createToken({
  name: "StringOverLines",
  pattern:
    /"(?:[^"\\\r\n]|\\.)*(?:\r?\n(?!\s*[\w.]+:\s|(?:[$&]\{[\w.|-]*\}|[$&](?!\{)|[^"\r\n{}$&])*?(?:->|[{}=]))(?:[^"\\\r\n]|\\.)*){1,20}"(?=[ \t]*(?:[,\]}]|\r?\n|$))/y,
  line_breaks: true,
});

/** JSON's numbers, and only where no letter or digit follows. */
export const NumberLiteral = createToken({
  name: "Number",
  pattern: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y,
});
export const DurationLiteral = createToken({ name: "Duration", pattern: /(?:\d+[smhd])+(?![\w.])/y });
export const BadNumber = createToken({ name: "BadNumber", pattern: /-?\d[\w.]*(?:[+-]\d[\w.]*)*/y });

export const Arrow = mark("Arrow", "->");
export const Colon = mark("Colon", ":");
export const Comma = mark("Comma", ",");
export const Dot = mark("Dot", ".");
export const At = mark("At", "@");
export const Equals = mark("Equals", "=");
export const LBrace = mark("LBrace", "{");
export const RBrace = mark("RBrace", "}");
export const LBracket = mark("LBracket", "[");
export const RBracket = mark("RBracket", "]");

/** Last resort, so that the lexer has a token for every character. */
export const BadCharacters = createToken({
  name: "BadCharacters",
  pattern: codePattern(findBadEnd),
  line_breaks: false,
  start_chars_hint: [...Array(128).keys(), ...beyondAscii],
});

/** A word that begins a property: a colon follows, perhaps after `.locale`. */
export const KeyStart = derived("KeyStart");
/** A word that begins an edge: an arrow follows after more outcomes. */
export const OutcomeStart = derived("OutcomeStart");

/** The `[` of `expect path [A, B.true]`, where references follow and not values. */
export const PathStart = derived("PathStart");

export const JourneyKeyword = derived("JourneyKeyword", "journey");
export const NodeKeyword = derived("NodeKeyword", "node");
export const PageKeyword = derived("PageKeyword", "page");
export const ScriptKeyword = derived("ScriptKeyword", "script");
/** The word in `scenario "…" of script CheckRisk`, where no declaration begins. */
export const ScriptWord = derived("ScriptWord", "script");
export const ResourceKeyword = derived("ResourceKeyword", "resource");
export const FromKeyword = derived("FromKeyword", "from");
export const ExternKeyword = derived("ExternKeyword", "extern");
export const ParamKeyword = derived("ParamKeyword", "param");
export const ScenarioKeyword = derived("ScenarioKeyword", "scenario");
export const OfKeyword = derived("OfKeyword", "of");
export const RequireKeyword = derived("RequireKeyword", "require");
export const BeforeKeyword = derived("BeforeKeyword", "before");
export const ForbidKeyword = derived("ForbidKeyword", "forbid");
export const AfterKeyword = derived("AfterKeyword", "after");
export const ExportKeyword = derived("ExportKeyword", "export");
export const LayoutKeyword = derived("LayoutKeyword", "layout");
export const RawKeyword = derived("RawKeyword", "raw");
export const GivenKeyword = derived("GivenKeyword", "given");
export const StubKeyword = derived("StubKeyword", "stub");
export const SubmitKeyword = derived("SubmitKeyword", "submit");
export const ResumeKeyword = derived("ResumeKeyword", "resume");
export const WaitKeyword = derived("WaitKeyword", "wait");
export const ExpectKeyword = derived("ExpectKeyword", "expect");

/** Stands after the last token. */
export const EndOfFile: TokenType = EOF;

/** In the order in which the lexer tries them. */
export const lexerTokens: readonly TokenType[] = [
  WhiteSpace,
  NameToken,
  TextBlock,
  UnterminatedTextBlock,
  StringLiteral,
  StringOverLines,
  UnterminatedString,
  Colon,
  Comma,
  Arrow,
  ForeignArrow,
  LBrace,
  RBrace,
  LBracket,
  RBracket,
  Dot,
  NumberLiteral,
  DurationLiteral,
  BadNumber,
  At,
  Equals,
  LineComment,
  BlockComment,
  UnterminatedComment,
  ForeignString,
  BareReference,
  HashComment,
  BadCharacters,
];

/** All that the grammar uses. */
export const grammarTokens: readonly TokenType[] = [
  Word,
  NameToken,
  TextBlock,
  StringLiteral,
  NumberLiteral,
  DurationLiteral,
  Arrow,
  Colon,
  Comma,
  Dot,
  At,
  Equals,
  LBrace,
  RBrace,
  LBracket,
  RBracket,
  KeyStart,
  PathStart,
  OutcomeStart,
  JourneyKeyword,
  NodeKeyword,
  PageKeyword,
  ScriptKeyword,
  ScriptWord,
  ResourceKeyword,
  FromKeyword,
  ExternKeyword,
  ParamKeyword,
  ScenarioKeyword,
  OfKeyword,
  RequireKeyword,
  BeforeKeyword,
  ForbidKeyword,
  AfterKeyword,
  ExportKeyword,
  LayoutKeyword,
  RawKeyword,
  GivenKeyword,
  StubKeyword,
  SubmitKeyword,
  ResumeKeyword,
  WaitKeyword,
  ExpectKeyword,
];
