import type { FileNode } from "../syntax/ast.js";
import type { Range } from "../text/range.js";

/** A part of a syntax tree that has a place. */
interface Part {
  readonly kind?: string;
  readonly range: Range;
}

/** The parts of a tree around an offset, from the outside to the inside, each range once. */
export function rangesAround(file: FileNode, offset: number): readonly Range[] {
  const ranges: Range[] = [];
  let part: Part | undefined = file;
  while (part !== undefined) {
    const last = ranges.at(-1);
    if (last === undefined || last.start !== part.range.start || last.end !== part.range.end) ranges.push(part.range);
    part = partsOf(part).find(({ range }) => range.start <= offset && offset <= range.end);
  }
  return ranges;
}

/** Whether an offset lies in a text block, behind its opening mark and before its closing one. */
export function isInTextBlock(file: FileNode, source: string, offset: number): boolean {
  let part: Part | undefined = file;
  while (part !== undefined && part.kind !== "string")
    part = partsOf(part).find(({ range }) => range.start < offset && offset <= range.end);
  if (part === undefined) return false;
  const image = source.slice(part.range.start, part.range.end);
  if (!image.startsWith(mark)) return false;
  const end = image.length >= 2 * mark.length && image.endsWith(mark) ? part.range.end - mark.length : part.range.end;
  return part.range.start + mark.length <= offset && offset <= end;
}

/** What opens and closes a text block. */
const mark = '"""';

/** What can be folded: blocks, lists, objects, texts of several lines, and comments. */
export function foldable(file: FileNode): readonly { readonly range: Range; readonly isComment: boolean }[] {
  const found: { range: Range; isComment: boolean }[] = file.comments.map(({ range }) => ({ range, isComment: true }));
  const open: Part[] = [...file.items];
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind !== undefined && part.kind !== "property" && part.kind !== "edge")
      found.push({ range: part.range, isComment: false });
    open.push(...partsOf(part));
  }
  return found;
}

function partsOf(part: Part): readonly Part[] {
  return Object.entries(part)
    .filter(([name]) => name !== "comments")
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? (value as readonly unknown[]) : [value]))
    .filter(isPart);
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && typeof (value as Partial<Part>).range === "object";
}
