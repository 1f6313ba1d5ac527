const begin = "# journeyc git-setup: begin";
const end = "# journeyc git-setup: end";

/** Puts our lines into the text of `.gitattributes`, in a block of their own: where it already is, or at the end. */
export function withOurLines(text: string, lines: readonly string[]): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const block = [begin, ...lines, end].join(lineEnd) + lineEnd;
  const found = findBlock(text);
  if (found !== undefined) return text.slice(0, found.start) + block + text.slice(found.end);
  return text === "" || text.endsWith("\n") ? text + block : text + lineEnd + block;
}

/** Removes our block from the text of `.gitattributes`. */
export function withoutOurLines(text: string): string {
  const found = findBlock(text);
  return found === undefined ? text : text.slice(0, found.start) + text.slice(found.end);
}

/** If the end of our block is missing, only its first line counts as ours: the others may belong to somebody else. */
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
