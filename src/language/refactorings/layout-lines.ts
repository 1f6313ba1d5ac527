import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { layoutKey } from "../../model/bind-layout.js";
import type { JourneyDeclaration, LayoutEntry } from "../../syntax/ast.js";
import { writtenName } from "../../syntax/match-word.js";
import type { Range } from "../../text/range.js";

/** The lines of a journey's layout that are about nodes which go into another journey. */
export interface MovedLayout {
  readonly entries: readonly LayoutEntry[];
  /** The layout of the other journey, from a blank line on; empty where nothing is said of the nodes. */
  readonly block: string;
  /** Takes the lines away. The node that runs the other journey gets the position of the one that it begins with. */
  readonly edits: (first: string, caller: string) => readonly TextEdit[];
}

/** `undefined` where such a line shares its line of text, as after an edit that is not formatted. */
export function layoutOf(
  { members }: JourneyDeclaration,
  names: ReadonlySet<string>,
  source: string,
): MovedLayout | undefined {
  const all = members.flatMap((member) => (member.kind === "layout" ? member.entries : []));
  const entries = all.filter(({ reference }) => names.has(reference.parts[0]?.text ?? ""));
  if (entries.some((entry) => !isAlone(rangeOf(entry), source))) return undefined;
  const lines = entries.map(rangeOf).map(({ start, end }) => `    ${source.slice(start, end)}\n`);
  return {
    entries,
    block: lines.length === 0 ? "" : `\n  layout {\n${lines.join("")}  }\n`,
    edits: (first, caller) =>
      entries.map((entry) => {
        const { reference, x, y } = entry;
        const range = rangeOf(entry);
        const isFirst = reference.parts.length === 1 && reference.parts[0]?.text === first;
        if (isFirst && x !== undefined && y !== undefined)
          return { range, text: `${caller} ${source.slice(x.range.start, y.range.start + y.text.length)}` };
        return { range: lineOf(range, source), text: "" };
      }),
  };
}

/**
 * The edits by which the line of a node that moves into or out of a page keeps its id under another name. On a page nodes have no position: a line
 * without an id is taken away. There are none where the layout does not name the node.
 */
export function renamedInLayout(
  { members }: JourneyDeclaration,
  name: readonly string[],
  other: readonly string[],
  source: string,
): readonly TextEdit[] {
  const entries = members.flatMap((member) => (member.kind === "layout" ? member.entries : []));
  const named = entries.filter(
    ({ reference: { parts } }) => layoutKey(parts.map(({ text }) => text)) === layoutKey(name),
  );
  return named.map((entry) => {
    const range = rangeOf(entry);
    if (entry.id !== undefined)
      return { range: { start: range.start, end: entry.id.range.start }, text: `${other.map(writtenName).join(".")} ` };
    return { range: isAlone(range, source) ? lineOf(range, source) : range, text: "" };
  });
}

/** A line from the name to the id. */
function rangeOf({ range, id }: LayoutEntry): Range {
  return { start: range.start, end: id?.range.end ?? range.end };
}

function isAlone(range: Range, source: string): boolean {
  const line = lineOf(range, source);
  const around = source.slice(line.start, range.start) + source.slice(range.end, line.end);
  return around.trim() === "";
}

/** The line of text around a range, with its end. */
function lineOf({ start, end }: Range, source: string): Range {
  const lineEnd = source.indexOf("\n", end);
  return { start: source.lastIndexOf("\n", start - 1) + 1, end: lineEnd === -1 ? source.length : lineEnd + 1 };
}
