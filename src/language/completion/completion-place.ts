import type {
  ExportBlock,
  ExternDeclaration,
  FileNode,
  JourneyDeclaration,
  LayoutBlock,
  NodeDeclaration,
  ObjectValue,
  PageDeclaration,
  Property,
  RawBlock,
  ScenarioDeclaration,
  ScriptDeclaration,
  Value,
} from "../../syntax/ast.js";
import { type ParseResult, parse } from "../../syntax/parse.js";
import type { Range } from "../../text/range.js";
import { SourceFile } from "../../text/source-file.js";
import type { LanguageText, ReadProject } from "../language-project.js";
import { excerptAround } from "./excerpt.js";

/** A block that something is written into, from the outside to the inside. */
export type BlockAround =
  | JourneyDeclaration
  | NodeDeclaration
  | PageDeclaration
  | ScriptDeclaration
  | ExternDeclaration
  | ScenarioDeclaration
  | ExportBlock
  | LayoutBlock
  | RawBlock;

/** The way from a property to the place inside of its value: keys of objects, `undefined` for items of lists. */
export interface PlaceInValue {
  readonly property: string;
  readonly way: readonly (string | undefined)[];
  /** The object whose key is written. */
  readonly object: ObjectValue | undefined;
}

/** A cursor in a text, with what is known of the place. */
export interface CompletionPlace {
  readonly text: LanguageText;
  /** All projects that are open. */
  readonly projects: readonly ReadProject[];
  /** The word at the cursor, which an item replaces. */
  readonly range: Range;
  /** The statement before the word, without the blanks before it. */
  readonly before: string;
  /** What stands behind the word on its line. */
  readonly after: string;
  /** Whether the word stands in quotes. */
  readonly isQuoted: boolean;
  /** The blocks around the statement. */
  readonly blocks: readonly BlockAround[];
  /** The value around the word, where it stands in a list or an object. */
  readonly value: PlaceInValue | undefined;
}

/** Stands for the word at the cursor, so that there is one. */
const stand = "zzz";

/** So far back the beginning of a word is looked for. */
const longestWord = 200;

const wordEnd = /[\p{L}\p{N}_-]*$/u;
const wordStart = /^[\p{L}\p{N}_-]*/u;

/** Finds out what is written at a cursor. The text is parsed with a whole word there, and repaired as broken texts are. */
export function completionPlace(
  text: LanguageText,
  offset: number,
  projects: readonly ReadProject[],
): CompletionPlace | undefined {
  const { source } = text.parsed;
  const all = source.text;
  if (isInComment(text, offset)) return undefined;
  const lineStart = all.lastIndexOf("\n", offset - 1) + 1;
  const line = all.slice(lineStart, offset);
  const quote = openQuote(line);
  const lineEnd = all.indexOf("\n", offset) === -1 ? all.length : all.indexOf("\n", offset);
  const rest = all.slice(offset, lineEnd).replace(/\r$/, "");
  const start =
    quote === undefined ? offset - (wordEnd.exec(line.slice(-longestWord))?.[0].length ?? 0) : lineStart + quote + 1;
  const end = offset + (quote === undefined ? (wordStart.exec(rest)?.[0].length ?? 0) : lengthInQuotes(rest));
  const found = blocksAround(text.parsed, { start, end });
  return {
    text,
    projects,
    range: { start, end },
    before: statementBefore(all.slice(lineStart, start)).replace(/"$/, quote === undefined ? '"' : ""),
    after: all.slice(end, lineEnd).replace(/\r$/, ""),
    isQuoted: quote !== undefined,
    ...found,
  };
}

/** The blocks around a word and the place in its value, of the text as it is with a whole word there. */
export function blocksAround(
  parsed: ParseResult,
  { start, end }: Range,
  excerpt = excerptAround(parsed, { start, end }),
): Pick<CompletionPlace, "blocks" | "value"> {
  const { source } = parsed;
  const all = excerpt?.text ?? source.text;
  const marked = all.slice(0, start) + stand + all.slice(end);
  const found = blocksAt(parse(new SourceFile(source.path, marked)).file, marked, start);
  const [journey, ...inside] = found.blocks;
  if (excerpt === undefined || journey?.kind !== "journey") return found;
  const members = [...excerpt.before, ...journey.members, ...excerpt.after];
  return { ...found, blocks: [{ ...journey, members }, ...inside] };
}

function isInComment({ parsed }: LanguageText, offset: number): boolean {
  return parsed.file.comments.some(
    ({ range, kind }) => range.start < offset && (kind === "line" ? offset <= range.end : offset < range.end),
  );
}

/** Where the string begins, on its line, that is open at the end of it. */
function openQuote(line: string): number | undefined {
  let open: number | undefined;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === "\\") index++;
    else if (line[index] === '"') open = open === undefined ? index : undefined;
  }
  return open;
}

/** How much of the rest of a line belongs to the string. */
function lengthInQuotes(rest: string): number {
  const closing = rest.indexOf('"');
  return closing === -1 ? 0 : closing;
}

/** What stands on the line behind the last brace that is open there. */
function statementBefore(line: string): string {
  let depth = 0;
  for (let index = line.length - 1; index >= 0; index--) {
    if (line[index] === "}") depth++;
    if (line[index] === "{" && depth-- === 0) return line.slice(index + 1).trimStart();
  }
  return line.trimStart();
}

function blocksAt(
  file: FileNode,
  text: string,
  at: number,
): { blocks: readonly BlockAround[]; value: PlaceInValue | undefined } {
  const blocks: BlockAround[] = [];
  let parts: readonly { readonly kind: string; readonly range: Range }[] = file.items;
  for (;;) {
    const part = parts.find(({ range }) => range.start < at && at <= range.end);
    if (part === undefined) return { blocks, value: undefined };
    if (part.kind === "property") return { blocks, value: valueAt(part as Property, at) };
    if (!isBlock(part) || !isInside(part, text, at)) return { blocks, value: undefined };
    blocks.push(part);
    if (part.kind === "raw") return { blocks, value: part.value && valueIn(part.value, "raw", at) };
    if (part.kind === "scenario") {
      const step = part.steps.find(({ range }) => range.start < at && at <= range.end);
      const value = step && ("inputs" in step ? step.inputs : "value" in step ? step.value : undefined);
      return { blocks, value: value && valueIn(value, step.kind, at) };
    }
    parts = "members" in part ? part.members : "properties" in part ? part.properties : [];
  }
}

function isBlock(part: { readonly kind: string }): part is BlockAround {
  return ["journey", "node", "page", "script", "extern", "scenario", "export", "layout", "raw"].includes(part.kind);
}

/** Behind the brace that opens the block. */
function isInside({ range }: BlockAround, text: string, at: number): boolean {
  const head = text.slice(range.start, at).replace(/"(?:[^"\\\n]|\\.)*"/g, "");
  return head.includes("{");
}

function valueAt({ key, value }: Property, at: number): PlaceInValue | undefined {
  return value && valueIn(value, key.text, at);
}

/** `undefined` outside of lists and objects. */
function valueIn(value: Value, property: string, at: number): PlaceInValue | undefined {
  const way: (string | undefined)[] = [];
  let current: Value = value;
  let object: ObjectValue | undefined;
  let isInner = false;
  for (;;) {
    if (!(current.range.start < at && at < current.range.end)) break;
    if (current.kind === "list") {
      isInner = true;
      object = undefined;
      way.push(undefined);
      const item: Value | undefined = current.items.find(({ range }) => range.start <= at && at <= range.end);
      if (item === undefined) break;
      current = item;
    } else if (current.kind === "object") {
      isInner = true;
      object = current;
      const entry = current.entries.find(({ range }) => range.start <= at && at <= range.end);
      if (entry?.value === undefined || at < entry.value.range.start) break;
      object = undefined;
      way.push(entry.key.text);
      current = entry.value;
    } else break;
  }
  return isInner ? { property, way, object } : undefined;
}
