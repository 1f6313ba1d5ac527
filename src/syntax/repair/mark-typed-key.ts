import * as tokens from "../tokens.js";
import { farthestToken, type MarkState } from "./mark-state.js";
import { typeNumbers } from "./type-numbers.js";

const { colon, equals, name } = typeNumbers;

const before =
  /^(?:set|let|var|val|const|final|auto|def|int|integer|long|float|double|number|str|string|bool|boolean)$/i;

/** `int tries = 3`, `let tries: 3` and `set tries to 3`: a property is a key and a value. -1 where it is none of these. */
export function markTypedKey(state: MarkState, index: number): number {
  const { cursor, tokens: all, block } = state;
  if (block === "file" || !cursor.isFirst(index) || !before.test(cursor.imageAt(index))) return -1;
  const mark = cursor.typeAt(index + 2);
  const isTo = mark === name && /^(?:to|as)$/.test(cursor.imageAt(index + 2)) && cursor.typeAt(index + 3) !== -1;
  if (cursor.typeAt(index + 1) !== name || (mark !== equals && mark !== colon && !isTo)) return -1;
  const key = cursor.imageAt(index + 1);
  const range = { start: all.startAt(index), end: all.endAt(index + 2) };
  state.superfluous(index, "the name of a property", `Write \`${key}: …\`.`, { range, text: `${key}:` });
  state.take(index + 1, tokens.KeyStart);
  state.replace(tokens.Colon, index + 2, index + 2);
  return index + 3;
}

/** `TODO ask the others` without its mark. -1 for other words. */
export function markLeftover(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  const isNote = /^(?:TODO|FIXME|XXX|HACK|NOTE|WIP)$/.test(cursor.imageAt(index)) && cursor.isFirst(index);
  const next = cursor.typeAt(index + 1);
  if (!isNote || (next !== name && next !== colon && next !== -1)) return -1;
  let end = index + 1;
  while (end < all.length && !cursor.isFirst(end) && end < index + farthestToken) end++;
  const start = all.startAt(index);
  state.foreign(index, index, `// ${cursor.imageAt(index)}`, { range: { start, end: start }, text: "// " });
  return end;
}
