import type { DiagnosticExtras } from "../diagnostics/diagnostic.js";
import type { StringPart, StringValue } from "./ast.js";
import { findNameEnd } from "./match-word.js";
import type { Problems } from "./problems.js";

const blockMark = '"""';
const simpleEscapes = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["$", "$"],
]);

/**
 * Decodes a quoted string: JSON's escapes, `\$` for a dollar sign, and `${name}` for a parameter. What is wrong is reported
 * and stays in the text as it stands.
 */
export function decodeQuoted(image: string, offset: number, problems: Problems): StringValue {
  const range = { start: offset, end: offset + image.length };
  if (image.charCodeAt(0) !== 34) return { ...decodeQuoted(inDoubleQuotes(image), offset, problems), range };
  if (isPlain(image)) return { kind: "string", block: false, parts: [image.slice(1, -1)], range };
  const pieces = new Pieces(problems, true);
  pieces.read(image, 1, image.length, offset);
  return { kind: "string", block: false, parts: pieces.finish(), range };
}

/** A string as the language writes it, of one with other quotes (`'text'`), or of a reference (`${name}`) or an amount (`5 min`) without any. */
export function inDoubleQuotes(image: string): string {
  if (/^[$&]/.test(image)) return image.charAt(1) === "{" ? `"${image}"` : `"\${${image.slice(1)}}"`;
  if (/^\d/.test(image)) return `"${image}"`;
  // `'''text'''` of Python and Bicep.
  const marks = image.length > 6 && image.startsWith("'''") ? 3 : 1;
  // Only a double quote needs a backslash here, and the quotes of the other language must not have one.
  const own = new Set([image.charAt(0), image.charAt(image.length - 1)]);
  const text = image.slice(marks, -marks).replaceAll(/\\.|"/gs, (found) => {
    if (found === '"') return '\\"';
    return own.has(found.charAt(1)) ? found.charAt(1) : found;
  });
  return `"${text}"`;
}

/** What `${var.name}`, `${{ inputs.name }}` and `${esv.name}` are here. */
function meantBy(image: string, at: number, offset: number): DiagnosticExtras {
  const near = image.slice(at, at + 200);
  const [written, inner = ""] = /^\$\{\{([^{}]*)\}\}/.exec(near) ?? /^\$\{([^{}]*)\}/.exec(near) ?? [];
  const [, scope, name] = /^ *(?:(vars?|params?|local|inputs|env|esv)[.-])?([\w.-]+) *$/.exec(inner) ?? [];
  if (written === undefined || name === undefined) return {};
  const [, owner] =
    /^(nodeState|sharedState|transientState|state|context|user|object|session|request)\./i.exec(name) ?? [];
  if (owner !== undefined && scope === undefined)
    return {
      help: `Only parameters of the file stand in a text. What is known at run time (\`${name}\`) a script can show.`,
    };
  if (scope !== "esv" && /[.-]/.test(name)) return {};
  const right = scope === "esv" ? `&{esv.${name}}` : `\${${name}}`;
  const range = { start: offset + at, end: offset + at + written.length };
  return { help: `Write \`${right}\`.`, fixes: [{ title: `Write ${right}`, edits: [{ range, text: right }] }] };
}

/** Whether a token of a name is a string, with the quotes of this language or of another. */
export function isQuoted(image: string): boolean {
  return /^["'`“”„‘’‚«]/.test(image);
}

/** Decodes a string in the place of a name, where `${` has no meaning. */
export function decodeName(image: string, offset: number, problems: Problems): string {
  if (image.charCodeAt(0) !== 34) return decodeName(inDoubleQuotes(image), offset, problems);
  if (image.endsWith('"') && image.length > 1 && !image.includes("\\")) return image.slice(1, -1);
  const pieces = new Pieces(problems, false);
  pieces.read(image, 1, image.length, offset);
  return pieces.finish().join("");
}

function isPlain(image: string): boolean {
  return (
    image.length > 1 && image.charCodeAt(image.length - 1) === 34 && !image.includes("\\") && !image.includes("${")
  );
}

/**
 * Decodes a text block, by these rules:
 * - What follows the opening `"""` on its line is the first line of the text; nothing or blanks there do not count, the
 *   text then begins with the next line.
 * - When only blanks stand before the closing `"""` on its line, the text ends with the line before, without a line end.
 * - The indentation that all lines share, that of a closing mark on a line of its own included, is taken away. Lines of
 *   blanks only do not count for it and lose at most as much; nor does text right after the opening mark.
 * - Line ends become LF. A backslash is a backslash, save in `\"""` for three quotes and `\${` for these two characters.
 */
export function decodeBlock(image: string, offset: number, problems: Problems): StringValue {
  const range = { start: offset, end: offset + image.length };
  const lines = blockLines(image);
  const shared = sharedIndentation(image, lines);
  const pieces = new Pieces(problems, true);
  lines.forEach((line, number) => {
    if (number > 0) pieces.add("\n");
    const from = line.verbatim ? line.start : Math.min(line.start + shared.length, Math.max(line.start, line.end));
    pieces.readBlock(image, from, line.end, offset);
  });
  return { kind: "string", block: true, parts: pieces.finish(), range };
}

interface BlockLine {
  readonly start: number;
  readonly end: number;
  /** True for text on the line of the opening mark. */
  readonly verbatim: boolean;
  readonly blank: boolean;
}

function isClosed(image: string): boolean {
  return (
    image.length >= 2 * blockMark.length &&
    image.endsWith(blockMark) &&
    image[image.length - blockMark.length - 1] !== "\\"
  );
}

function blockLines(image: string): BlockLine[] {
  const end = isClosed(image) ? image.length - blockMark.length : image.length;
  const lines: BlockLine[] = [];
  for (let start = blockMark.length; ; ) {
    const feed = image.indexOf("\n", start);
    const stop = feed === -1 || feed >= end ? end : feed;
    const textEnd = stop < end && image[stop - 1] === "\r" && stop - 1 >= start ? stop - 1 : stop;
    const blank = /^[ \t]*$/.test(image.slice(start, textEnd));
    lines.push({ start, end: textEnd, verbatim: lines.length === 0, blank });
    if (stop === end) break;
    start = stop + 1;
  }
  return withoutMarkLines(lines, isClosed(image));
}

/** Leaves out the lines that hold nothing but the opening or the closing mark. */
function withoutMarkLines(lines: BlockLine[], closed: boolean): BlockLine[] {
  if (lines.length < 2) return lines;
  const first = lines[0]?.blank ? 1 : 0;
  const last = closed && lines.at(-1)?.blank ? lines.length - 1 : lines.length;
  return lines.slice(first, last);
}

function sharedIndentation(image: string, lines: readonly BlockLine[]): string {
  const lastFeed = image.lastIndexOf("\n");
  const closing = lastFeed === -1 ? undefined : /^([ \t]*)"""$/.exec(image.slice(lastFeed + 1))?.[1];
  let shared = closing;
  for (const line of lines) {
    if (line.verbatim || line.blank) continue;
    let width = 0;
    const most = shared?.length ?? line.end - line.start;
    while (width < most && isIndent(image, line.start + width, shared?.[width])) width++;
    shared = image.slice(line.start, line.start + width);
  }
  return shared ?? "";
}

function isIndent(image: string, at: number, wanted: string | undefined): boolean {
  const character = image[at];
  return (character === " " || character === "\t") && (wanted === undefined || character === wanted);
}

/** Gathers the parts of a string. */
class Pieces {
  readonly #problems: Problems;
  readonly #interpolated: boolean;
  readonly #parts: StringPart[] = [];
  #text = "";
  /** Whether it was told that the steps of a path have `/` between them. */
  #isPath = false;

  constructor(problems: Problems, interpolated: boolean) {
    this.#problems = problems;
    this.#interpolated = interpolated;
  }

  add(text: string): void {
    this.#text += text;
  }

  finish(): readonly StringPart[] {
    if (this.#text !== "" || this.#parts.length === 0) this.#parts.push(this.#text);
    return this.#parts;
  }

  /** Reads with all escapes, up to a quote or `to`. */
  read(image: string, from: number, to: number, offset: number): void {
    let plainFrom = from;
    let at = from;
    while (at < to) {
      const character = image[at];
      if (character === '"') break;
      if (character !== "\\" && character !== "$") {
        at++;
        continue;
      }
      this.#text += image.slice(plainFrom, at);
      at = character === "$" ? this.#dollar(image, at, offset) : this.#escape(image, at, to, offset);
      plainFrom = at;
    }
    this.#text += image.slice(plainFrom, at);
  }

  /** Reads a line of a text block. */
  readBlock(image: string, from: number, to: number, offset: number): void {
    let plainFrom = from;
    let at = from;
    while (at < to) {
      const character = image[at];
      if (character === "$") {
        this.#text += image.slice(plainFrom, at);
        at = this.#dollar(image, at, offset);
        plainFrom = at;
      } else if (character === "\\" && (image.startsWith(blockMark, at + 1) || image.startsWith("${", at + 1))) {
        const length = image[at + 1] === "$" ? 2 : blockMark.length;
        this.#text += image.slice(plainFrom, at) + image.slice(at + 1, at + 1 + length);
        at += 1 + length;
        plainFrom = at;
      } else {
        at++;
      }
    }
    this.#text += image.slice(plainFrom, to);
  }

  /** At a `$`: a parameter, or the character itself. */
  #dollar(image: string, at: number, offset: number): number {
    if (!this.#interpolated || image[at + 1] !== "{") {
      this.#text += "$";
      return at + 1;
    }
    const nameEnd = findNameEnd(image, at + 2);
    if (nameEnd === -1 || image[nameEnd] !== "}") {
      this.#problems.report("invalid-interpolation", offset + at, offset + at + 2, {}, meantBy(image, at, offset));
      this.#text += "${";
      return at + 2;
    }
    if (this.#text !== "") this.#parts.push(this.#text);
    this.#text = "";
    const end = nameEnd + 1;
    this.#parts.push({ param: image.slice(at + 2, nameEnd), range: { start: offset + at, end: offset + end } });
    return end;
  }

  #escape(image: string, at: number, to: number, offset: number): number {
    const character = image[at + 1] ?? "";
    const simple = simpleEscapes.get(character);
    if (simple !== undefined && at + 1 < to) {
      this.#text += simple;
      return at + 2;
    }
    const digits = image.slice(at + 2, Math.min(at + 6, to));
    if (character === "u" && /^[0-9a-fA-F]{4}$/.test(digits)) {
      this.#text += String.fromCharCode(Number.parseInt(digits, 16));
      return at + 6;
    }
    const path = pathWithSlashes(image);
    if (path === undefined) {
      const extras = needsNoEscape.has(character) ? withoutBackslash(character, offset + at) : {};
      this.#problems.report("invalid-escape", offset + at, offset + at + 2, { text: `\\${character}` }, extras);
      this.#text += "\\";
      return at + 1;
    }
    if (!this.#isPath) {
      const range = { start: offset, end: offset + image.length };
      const fixes = [{ title: `Write ${path}`, edits: [{ range, text: path }] }];
      const extras = { help: `The steps of a path have \`/\` between them: write \`${path}\`.`, fixes };
      this.#problems.report("invalid-escape", offset + at, offset + at + 2, { text: `\\${character}` }, extras);
    }
    this.#isPath = true;
    this.#text += "/";
    return at + 1;
  }
}

/** Marks that other languages escape in a text, and that stand for themselves here. */
const needsNoEscape: ReadonlySet<string> = new Set(["'", "`", "&", "<", ">", "#", "{", "}", "!"]);

function withoutBackslash(character: string, at: number) {
  const fixes = [{ title: `Write ${character}`, edits: [{ range: { start: at, end: at + 1 }, text: "" }] }];
  return { help: `Write \`${character}\` alone: it needs no backslash in a text.`, fixes };
}

/** A path of Windows in quotes, as it is written here; `undefined` for other texts. */
function pathWithSlashes(image: string): string | undefined {
  if (!/^"(?:\.{0,2}\\+)?[\w.-]+(?:[\\/]+[\w.-]+)+\.\w{2,7}"$/.test(image)) return undefined;
  return image.replace(/\\+/g, "/");
}
