import type { ListValue, ObjectValue } from "../../syntax/ast.js";
import type { Range } from "../../text/range.js";

/** Where the text of a value begins. */
export interface TextPlace {
  /** The indentation of its line. */
  readonly indent: string;
  readonly column: number;
}

/** A member of a list or object: one that is there, with its new text, one that goes, or a new one. */
export type PlannedMember =
  | { readonly kind: "there"; readonly range: Range; readonly text: string }
  | { readonly kind: "gone"; readonly range: Range }
  | { readonly kind: "new"; readonly print: (place: TextPlace) => string };

/** A member with what stands before and behind it: white space, the comments that belong to it, and its comma. */
interface Chunk {
  readonly lead: string;
  readonly text: string;
  readonly comma: string;
  readonly tail: string;
  readonly isNew: boolean;
}

/**
 * The text of a list or object with changed members. New ones get a line of their own where the others have one, and members that go
 * take the comments above and beside them along; everything else stays as it is written. `undefined` where nothing there is to be kept.
 */
export function editMembers(
  value: ListValue | ObjectValue,
  plan: readonly PlannedMember[],
  source: string,
): string | undefined {
  const end = value.range.end - 1;
  const start = value.range.start + 1 + openingComments(source, value.range.start + 1);
  const written = new Map<number, Chunk>();
  let at = start;
  for (const member of plan) {
    if (member.kind === "new") continue;
    const chunk = chunkAt(source, at, member);
    written.set(member.range.start, chunk);
    at += chunk.lead.length + (member.range.end - member.range.start) + chunk.comma.length + chunk.tail.length;
  }
  const before = source.slice(value.range.start, start);
  const rest = source.slice(at, end + 1);
  const hasComments = (before + rest).includes("/");
  if (written.size === 0 && !hasComments) return undefined;
  const originals = [...written.values()];
  const lineBreak = lineBreakOf(originals, source, value.range.start, before + rest);
  const indent = indentOf(source, value.range.start);
  const place = lineBreak === undefined ? { indent, column: at } : placeBehind(lineBreak);
  const chunks = plan.flatMap((member): readonly Chunk[] => {
    if (member.kind === "gone") return [];
    if (member.kind === "new") return [newChunk(lineBreak ?? " ", member.print(place))];
    const chunk = written.get(member.range.start);
    return chunk === undefined ? [] : [{ ...chunk, text: member.text }];
  });
  if (chunks.length === 0 && !hasComments) return value.kind === "list" ? "[]" : "{}";
  const last = originals.at(-1);
  const isOpenEnded = last === undefined ? lineBreak === undefined : last.comma === "";
  const needsComma = value.kind === "list";
  return before + join(chunks, originals, { isOpenEnded, needsComma }) + rest;
}

/** The comments of the opening bracket: those on its line, where no member stands there. */
function openingComments(source: string, from: number): number {
  const opening = /(?:[ \t]*\/\*[^\n]*?\*\/)*[ \t]*(?:\/\/[^\n\r]*)?(?=\r?\n)/y;
  opening.lastIndex = from;
  return opening.exec(source)?.[0].length ?? 0;
}

/** A member, its comma, and the comments that follow it up to the end of its line. */
function chunkAt(source: string, from: number, { range }: { readonly range: Range }): Chunk {
  const behind = /((?:[ \t]*\/\*[^\n]*?\*\/)*[ \t]*)(,?)((?:[ \t]*\/\*[^\n]*?\*\/)*[ \t]*(?:\/\/[^\n\r]*)?(?=\r?\n))?/y;
  behind.lastIndex = range.end;
  const [, gap = "", comma = "", tail = ""] = behind.exec(source) ?? [];
  return {
    lead: source.slice(from, range.start),
    text: source.slice(range.start, range.end),
    comma: comma === "" ? "" : gap + comma,
    tail: comma === "" && tail === "" ? "" : comma === "" ? gap + tail : tail,
    isNew: false,
  };
}

function newChunk(lead: string, text: string): Chunk {
  return { lead, text, comma: ",", tail: "", isNew: true };
}

/** The line break before each member, where they stand on lines of their own. */
function lineBreakOf(chunks: readonly Chunk[], source: string, start: number, between: string): string | undefined {
  for (const { lead } of chunks) {
    const found = /\r?\n[ \t]*$/.exec(lead)?.[0];
    if (found !== undefined) return found;
  }
  const feed = /\r?\n/.exec(between)?.[0];
  return chunks.length > 0 || feed === undefined ? undefined : `${feed}${indentOf(source, start)}  `;
}

function placeBehind(lineBreak: string): TextPlace {
  const indent = lineBreak.replace(/^\r?\n/, "");
  return { indent, column: indent.length };
}

/** The indentation of the line that an offset lies in. */
export function indentOf(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
}

interface Style {
  /** Whether the last member has no comma. */
  readonly isOpenEnded: boolean;
  readonly needsComma: boolean;
}

function join(chunks: readonly Chunk[], originals: readonly Chunk[], style: Style): string {
  const [first] = originals;
  return chunks
    .map((chunk, index) => {
      // What was not the first one before has a blank before it that the bracket does not need.
      const lead = index === 0 && first !== undefined && /^[ \t]*$/.test(chunk.lead) ? first.lead : chunk.lead;
      const comma = commaOf(chunk, chunks[index + 1], style);
      return lead + chunk.text + comma + chunk.tail;
    })
    .join("");
}

function commaOf(chunk: Chunk, next: Chunk | undefined, style: Style): string {
  if (next === undefined) return style.isOpenEnded ? "" : chunk.comma;
  if (chunk.comma !== "") return chunk.comma;
  return style.needsComma || next.isNew ? "," : "";
}
