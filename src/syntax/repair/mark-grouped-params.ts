import { isName } from "../match-word.js";
import { indentationOf } from "../token-vector.js";
import type { MarkState } from "./mark-state.js";
import { resourceInOtherMarks } from "./resource-line.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, equals, lBrace, name, string } = typeNumbers;

/** How the help on declarations begins that are lost until they are mended. */
export const lostParams = "Each parameter is declared on a line of its own:";

/** A file with more parameters than this has another mistake. */
const longest = 5000;

/**
 * `params { tries = 3 }` and `params:` with lines below it: each parameter has a declaration of its own. The group is told once, with what it is
 * here, and passed over. -1 for another statement.
 */
export function markGroupedParams(state: MarkState, index: number): number {
  const { block, cursor, tokens: all } = state;
  const isWord =
    state.typeOf(index) === name && /^(?:param(?:eter)?s?|var(?:iable)?s|locals?)$/i.test(cursor.imageAt(index));
  if (block !== "file" || !cursor.isFirst(index) || !isWord) return -1;
  const hasMark = cursor.typeAt(index + 1) === colon || cursor.typeAt(index + 1) === equals;
  const open = hasMark ? index + 2 : index + 1;
  const isInBraces = cursor.typeAt(open) === lBrace;
  if (!isInBraces && !hasMark) return markParamsOnLine(state, index);
  if (!isInBraces && !cursor.isFirst(open)) return -1;
  const close = isInBraces ? state.closeOf(open) : endOfIndented(state, index, open);
  if (close === -1 || all.startAt(close - 1) - all.startAt(index) > longest) return -1;
  const first = isInBraces ? open + 1 : open;
  const last = isInBraces ? close : close - 1;
  const content = all.text.slice(all.startAt(first), isInBraces ? all.startAt(close) : all.endAt(last));
  const declared = declarationsOf(content);
  if (declared === undefined) return -1;
  reportParams(state, index, last, declared);
  return last + 1;
}

/** `param home = "a", tries = 3` */
function markParamsOnLine(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (cursor.imageAt(index) !== "param" || cursor.typeAt(index + 2) !== equals) return -1;
  const end = state.nextLine(index);
  if (end < index + 8) return -1;
  const content = all.text.slice(all.startAt(index + 1), all.endAt(end - 1));
  const declared = content.includes("\n") ? undefined : declarationsOf(content);
  if (declared === undefined || declared.length < 2) return -1;
  reportParams(state, index, end - 1, declared);
  return end;
}

function reportParams(state: MarkState, index: number, last: number, declared: readonly string[]): void {
  const { cursor, tokens: all, problems } = state;
  const range = { start: all.startAt(index), end: all.endAt(last) };
  const fixes = [{ title: "Write the declarations", edits: [{ range, text: declared.join("\n") }] }];
  const help = `${lostParams} ${declared.map((each) => `\`${each}\``).join(", ")}.`;
  const { start, end } = state.rangeOf(index);
  const args = { expected: "a declaration for each parameter", found: `"${cursor.imageAt(index)}"` };
  problems.report("syntax-error", start, end, args, { help, fixes });
}

/** The index behind the lines that are indented deeper than the first. */
function endOfIndented({ cursor, tokens: all }: MarkState, index: number, first: number): number {
  const own = indentationOf(all.text, all.startAt(index));
  let at = first;
  while (at < all.length && !(cursor.isFirst(at) && indentationOf(all.text, all.startAt(at)) <= own)) at++;
  return at === first ? -1 : at;
}

/** `tries = 3` and `tries: 3` as declarations; `undefined` where something else stands among them. */
function declarationsOf(content: string): readonly string[] | undefined {
  const lines = content.split(/\r?\n|,(?=\s*"?\w+"?\s*[=:])/).map((line) => line.trim().replace(/[,;]$/, ""));
  const declared = lines
    .filter((line) => line !== "")
    .map((line) => {
      const [, word = "", value = ""] = /^"?([\w-]+)"?\s*[=:]\s*(\S.*)$/.exec(line) ?? [];
      if (!isName(word) || /[[\]{}#]|\/\//.test(value)) return undefined;
      const plain = value.replace(/^'(.*)'$/, '"$1"');
      const isLiteral = /^(?:"[^"]*"|-?\d+(?:\.\d+)?|true|false)$/.test(plain);
      return `param ${word} = ${isLiteral ? plain : JSON.stringify(plain)}`;
    });
  return declared.length === 0 || declared.includes(undefined) ? undefined : declared.flatMap((each) => each ?? []);
}

/** `resource "variable" "esv-name" { file = "name.json" }`: a resource has no braces. -1 for another statement. */
export function markResourceInBraces(state: MarkState, index: number): number {
  const { block, cursor, tokens: all } = state;
  const loose =
    block === "file" && cursor.isFirst(index) ? resourceInOtherMarks(all.text, all.startAt(index)) : undefined;
  if (loose !== undefined) {
    state.foreign(index, state.nextLine(index) - 1, loose.right);
    return state.nextLine(index);
  }
  const isFirst = block === "file" && cursor.isFirst(index) && cursor.imageAt(index) === "resource";
  const isHeader =
    cursor.isWord(index + 1) && cursor.typeAt(index + 2) === string && cursor.typeAt(index + 3) === lBrace;
  const close = isFirst && isHeader ? state.closeOf(index + 3) : -1;
  if (close === -1) return -1;
  const kind = cursor.imageAt(index + 1).replace(/^"(.*)"$/, "$1");
  const content = all.text.slice(all.startAt(index + 3), Math.min(all.endAt(close), all.startAt(index + 3) + longest));
  const path = /[=:]\s*(?:\w+\()?("[^"\r\n]+\.\w+")/.exec(content)?.[1];
  const right = `resource ${kind} ${cursor.imageAt(index + 2)} from ${path ?? '"path"'}`;
  const range = { start: all.startAt(index), end: all.endAt(close) };
  const fixes = path === undefined ? [] : [{ title: "Write it so", edits: [{ range, text: right }] }];
  const args = { expected: "`from` and a path", found: '"{"' };
  const { start, end } = state.rangeOf(index + 3);
  state.problems.report("syntax-error", start, end, args, { help: `Write \`${right}\`.`, fixes });
  return close + 1;
}
