import { adviseOnImport, importedFile } from "./import-line.js";
import type { MarkState } from "./mark-state.js";
import { resourceInOtherMarks } from "./resource-line.js";
import { typeNumbers } from "./type-numbers.js";

const { equals, lBrace, name, rBrace, string } = typeNumbers;

/** `import template from "template.json"`: what a file holds is declared by its kind. -1 for another line. */
export function markImport(state: MarkState, index: number): number {
  const { cursor, tokens: all } = state;
  if (state.block !== "file" || !cursor.isFirst(index)) return -1;
  const start = all.startAt(index);
  const path = importedFile(all.text, start);
  if (path === undefined || resourceInOtherMarks(all.text, start) !== undefined) return -1;
  const end = state.nextLine(index);
  const second = cursor.typeAt(index + 1) === name ? cursor.imageAt(index + 1) : undefined;
  const word = second === "from" ? undefined : second;
  const args = { expected: "a declaration of this language", found: `"${cursor.imageAt(index)}"` };
  state.problems.report("syntax-error", start, all.endAt(end - 1), args, { help: adviseOnImport(path, word) });
  return end;
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
export function markForeignDeclaration(state: MarkState, index: number): number {
  const { cursor } = state;
  const help = foreignDeclarations.get(cursor.imageAt(index));
  const next = cursor.typeAt(index + 1);
  if (help === undefined || state.block !== "file" || !cursor.isFirst(index)) return -1;
  const isSetting = next === equals || (next === name && isAnyOf(state, index + 2, equals));
  if (next !== lBrace && next !== string && !isSetting) return -1;
  if (next === string && cursor.typeAt(index + 2) !== lBrace && cursor.typeAt(index + 2) !== -1) return -1;
  const { start, end } = state.rangeOf(index);
  const args = { expected: "a declaration of this language", found: `"${cursor.imageAt(index)}"` };
  state.problems.report("syntax-error", start, end, args, { help });
  let depth = 0;
  let at = index + 1;
  for (; at < state.tokens.length && (depth > 0 || !cursor.isFirst(at)); at++) {
    if (state.typeOf(at) === lBrace) depth++;
    else if (state.typeOf(at) === rBrace) depth--;
  }
  return at;
}

/** Whether one of the next two tokens on the line is of a type: `output name = x`, `output name string = x`. */
function isAnyOf({ cursor }: MarkState, index: number, type: number): boolean {
  return cursor.typeAt(index) === type || (cursor.typeAt(index) === name && cursor.typeAt(index + 1) === type);
}
