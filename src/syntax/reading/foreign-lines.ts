import type { MarkState } from "../marking/mark-state.js";
import { typeIndex } from "../token-vector.js";
import * as tokens from "../tokens.js";

const name = typeIndex(tokens.NameToken);
const string = typeIndex(tokens.StringLiteral);
const number = typeIndex(tokens.NumberLiteral);
const equals = typeIndex(tokens.Equals);
const at = typeIndex(tokens.At);
const colon = typeIndex(tokens.Colon);
const lBrace = typeIndex(tokens.LBrace);
const rBrace = typeIndex(tokens.RBrace);
const isLocale = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/** Reads a statement that the language has not, or has in another form, with all of its lines. -1 where none begins. */
export function readForeignLine(state: MarkState, index: number): number {
  if (!state.cursor.isFirst(index)) return -1;
  const locales = markLocalesBelow(state, index);
  if (locales !== -1) return locales;
  const path = markScriptPath(state, index);
  if (path !== -1) return path;
  const decorator = markDecorator(state, index);
  if (decorator !== -1) return decorator;
  const position = markPosition(state, index);
  return position === -1 ? markForeignDeclaration(state, index) : position;
}

/** What files of other languages begin with, and what it is here. */
const foreignDeclarations: ReadonlyMap<string, string> = new Map([
  ...["import", "include", "using", "use", "require"].map(
    (word) => [word, "Remove it: the journeys of a project know each other."] as const,
  ),
  ...["variable", "locals", "vars", "variables", "parameters"].map(
    (word) => [word, "A parameter is declared as `param name = value`."] as const,
  ),
  ...["output", "outputs", "provider", "terraform", "module", "data", "targetScope", "metadata"].map(
    (word) => [word, "Remove it: there is nothing of the kind here."] as const,
  ),
]);

/** `import { A } from "a"`, `variable "a" { … }`: reported, and skipped with its braces. */
function markForeignDeclaration(state: MarkState, index: number): number {
  const { cursor } = state;
  const help = foreignDeclarations.get(cursor.imageAt(index));
  const next = cursor.typeAt(index + 1);
  if (help === undefined || state.block !== "file") return -1;
  const isSetting = next === equals || (next === name && isAnyOf(state, index + 2, equals));
  if (next !== lBrace && next !== string && !isSetting) return -1;
  if (next === string && cursor.typeAt(index + 2) !== lBrace && cursor.typeAt(index + 2) !== -1) return -1;
  const { start, end } = state.rangeOf(index);
  const args = { expected: "a declaration of this language", found: `"${cursor.imageAt(index)}"` };
  state.problems.report("syntax-error", start, end, args, { help });
  return behindLine(state, index);
}

/** What follows a line and the braces that it opens. */
function behindLine(state: MarkState, index: number): number {
  let depth = 0;
  let next = index + 1;
  for (; next < state.tokens.length && (depth > 0 || !state.cursor.isFirst(next)); next++) {
    const type = state.typeOf(next);
    if (type === lBrace) depth++;
    else if (type === rBrace && --depth < 0) break;
  }
  return next;
}

/** `@description("…")` of Bicep. */
function markDecorator(state: MarkState, index: number): number {
  const { cursor } = state;
  const isDecorator = state.typeOf(index) === at && cursor.typeAt(index + 1) === name;
  if (!isDecorator || !cursor.imageAt(index + 2).startsWith("(")) return -1;
  state.foreign(index, index, "//");
  return behindLine(state, index);
}

/** Whether one of the next two tokens on the line is of a type: `output name = x`, `output name string = x`. */
function isAnyOf({ cursor }: MarkState, index: number, type: number): boolean {
  return cursor.typeAt(index) === type || (cursor.typeAt(index) === name && cursor.typeAt(index + 1) === type);
}

/** `layout 120, 60` and `layout { … }` in a node: positions stand together in the journey. */
function markPosition(state: MarkState, index: number): number {
  const { cursor } = state;
  const next = cursor.typeAt(index + 1);
  if ((state.block !== "node" && state.block !== "page") || cursor.imageAt(index) !== "layout") return -1;
  if (next !== number && next !== lBrace) return -1;
  const { start, end } = state.rangeOf(index);
  const help = "The journey has one `layout { … }`, with a line `Name x, y` for each node.";
  const where = `in a ${state.block}`;
  state.problems.report("misplaced-statement", start, end, { what: "`layout`", where }, { help });
  return behindLine(state, index);
}

/** `script Rate "rate.js"` and `script Rate from "rate.js"`: the file stands in braces. -1 for another header. */
function markScriptPath(state: MarkState, keyword: number): number {
  const { cursor, tokens: all } = state;
  const index = keyword + 1;
  const path = cursor.imageAt(index + 1) === "from" ? index + 2 : index + 1;
  const isPath = cursor.typeAt(path) === string && /\.(?:js|groovy)"$/.test(cursor.imageAt(path));
  const isHeader = cursor.imageAt(keyword) === "script" && cursor.typeAt(index) === name;
  if (!isHeader || !isPath || cursor.typeAt(path + 1) !== -1) return -1;
  const right = ` { file: ${cursor.imageAt(path)} }`;
  const range = { start: all.endAt(index), end: all.endAt(path) };
  state.superfluous(index + 1, "`{`", `Write \`script ${cursor.imageAt(index)}${right}\`.`, { range, text: right });
  state.take(keyword, tokens.ScriptKeyword);
  state.take(index);
  state.insert(tokens.LBrace, index + 1);
  state.insert(tokens.RBrace, index + 1);
  return path + 1;
}

/** `message:` of YAML with a line for each locale below: read as an object. */
function markLocalesBelow(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  let end = index + 2;
  while (
    cursor.isFirst(end) &&
    isLocale.test(cursor.imageAt(end)) &&
    cursor.typeAt(end + 1) === colon &&
    cursor.typeAt(end + 2) !== -1 &&
    cursor.isFirst(end + 3)
  )
    end += 3;
  const isProperty = (state.block === "node" || state.block === "page") && cursor.typeAt(index + 1) === colon;
  if (end === index + 2 || !isProperty) return -1;
  const key = cursor.imageAt(index);
  const from = all.endAt(index + 1);
  const to = all.endAt(end - 1);
  const edits = [
    { range: { start: from, end: from }, text: " {" },
    { range: { start: to, end: to }, text: `\n${state.indentAt(index)}}` },
  ];
  const args = { expected: "`{` before the texts", found: `"${cursor.imageAt(index + 2)}"` };
  const help = `Write \`${key}: { … }\` around the texts.`;
  state.problems.report("syntax-error", from, from, args, { help, fixes: [{ title: "Write `{` and `}`", edits }] });
  state.take(index, tokens.KeyStart);
  state.take(index + 1);
  state.insert(tokens.LBrace, index + 2);
  for (let at = index + 2; at < end; at += 3) {
    state.take(at, tokens.KeyStart);
    state.take(at + 1);
    state.take(at + 2);
  }
  state.insert(tokens.RBrace, end);
  return end;
}
