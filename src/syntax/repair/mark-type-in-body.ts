import { isName } from "../match-word.js";
import * as tokens from "../tokens.js";
import type { MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, comma, equals, lBrace, name, rBrace, string } = typeNumbers;

/** How the type of a node is called where it is a member. */
const typeKey = /^_?(?:type|nodeType|typeId|kind|class|nodeClass)$/i;

/** The type as a member of the body: where it stands, and what is left out with it. */
interface TypeInBody {
  readonly first: number;
  readonly last: number;
  /** The token of the type itself. */
  readonly type: number;
}

/**
 * `Name { type: "Type" }`, as exports have it: the type belongs behind the name. Takes the name and the type, and leaves the member out.
 * Answers `index` where the body names no type.
 */
export function markTypeInBody(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const open = cursor.typeAt(index + 1) === string ? index + 2 : index + 1;
  const found = cursor.typeAt(open) === lBrace ? findType(state, open) : undefined;
  if (found === undefined) return index;
  const { first, last, type } = found;
  const written = cursor.imageAt(type).replace(/^"(.*)"$/, "$1");
  const right = `: ${isName(written) ? written : cursor.imageAt(type)}`;
  const range = { start: all.startAt(first), end: all.endAt(last) };
  const member = all.text.slice(range.start, range.end).replace(/\s+/g, " ").replace(/,$/, "");
  const args = { expected: "the type behind the name of the node", found: `\`${member}\`` };
  const help = `Write \`node ${cursor.imageAt(index)}${right} {\`, and remove \`${member}\`.`;
  const behindName = { start: all.endAt(index), end: all.endAt(index) };
  const edits = [
    { range: behindName, text: right },
    { range: { start: all.endAt(first - 1), end: range.end }, text: "" },
  ];
  state.problems.report("syntax-error", range.start, range.end, args, {
    help,
    fixes: [{ title: "Write the type behind the name", edits }],
  });
  for (let at = first; at <= last; at++) state.leftOut.add(at);
  state.take(index);
  state.insert(tokens.Colon, index + 1);
  if (isName(written) && cursor.imageAt(type) !== written)
    state.output.push(name, all.startAt(type) + 1, all.endAt(type) - 1);
  else state.take(type);
  return index + 1;
}

function findType(state: MarkState, open: number): TypeInBody | undefined {
  const { cursor } = state;
  const close = state.closeOf(open);
  const end = close === -1 ? state.tokens.length : close;
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    const type = state.typeOf(at);
    if (type === lBrace) depth++;
    else if (type === rBrace) depth--;
    const follows = at === open + 1 || cursor.isFirst(at) || state.typeOf(at - 1) === comma;
    if (depth > 0 || !follows || !isKey(state, at)) continue;
    const found = typeBehind(state, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The type behind a key: a word, or what the export has, `{ "_id": "Type" }`. */
function typeBehind(state: MarkState, key: number): TypeInBody | undefined {
  const value = key + 2;
  const isText = state.cursor.isWord(value);
  if (isText && endsMember(state, value + 1)) return withComma(state, { first: key, last: value, type: value });
  if (state.typeOf(value) !== lBrace) return undefined;
  const last = state.closeOf(value);
  for (let at = value + 1; at < last; at++) {
    if (/^"?_id"?$/.test(state.cursor.imageAt(at)) && state.typeOf(at + 2) === string)
      return withComma(state, { first: key, last, type: at + 2 });
  }
  return undefined;
}

function withComma(state: MarkState, found: TypeInBody): TypeInBody {
  return state.typeOf(found.last + 1) === comma ? { ...found, last: found.last + 1 } : found;
}

function endsMember({ cursor, tokens: all }: MarkState, index: number): boolean {
  const type = cursor.typeAt(index);
  return index >= all.length || type === -1 || type === comma || type === rBrace;
}

function isKey(state: MarkState, index: number): boolean {
  const type = state.typeOf(index);
  const mark = state.cursor.typeAt(index + 1);
  const isWord = type === name || type === string;
  return isWord && (mark === colon || mark === equals) && typeKey.test(state.cursor.imageAt(index).replace(/"/g, ""));
}
