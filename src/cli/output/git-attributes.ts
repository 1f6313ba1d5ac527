const begin = "# journeyc git-setup: begin";
const end = "# journeyc git-setup: end";

/** The text of `.gitattributes` with our lines in their own block, where they already stand or at the end; other lines stay. */
export function withOurLines(text: string, lines: readonly string[]): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const block = [begin, ...lines, end].join(lineEnd) + lineEnd;
  const found = findBlock(text);
  if (found !== undefined) return text.slice(0, found.start) + block + text.slice(found.end);
  return text === "" || text.endsWith("\n") ? text + block : text + lineEnd + block;
}

/** The text without our block. */
export function withoutOurLines(text: string): string {
  const found = findBlock(text);
  return found === undefined ? text : text.slice(0, found.start) + text.slice(found.end);
}

/** A block whose end is gone ends with its beginning: nothing that may be somebody else's is taken. */
function findBlock(text: string): { readonly start: number; readonly end: number } | undefined {
  const start = lineAt(text, begin, 0);
  if (start === undefined) return undefined;
  const last = lineAt(text, end, start);
  const from = last ?? start;
  const feed = text.indexOf("\n", from);
  return { start, end: feed === -1 ? text.length : feed + 1 };
}

function lineAt(text: string, line: string, from: number): number | undefined {
  const at = text.indexOf(line, from);
  if (at === -1) return undefined;
  return at === 0 || text[at - 1] === "\n" ? at : undefined;
}
