/** A fenced code block of a Markdown text. */
export interface FencedBlock {
  readonly language: string;
  /** The nearest heading above it, without its marks. */
  readonly heading: string;
  readonly text: string;
  readonly line: number;
}

/** The fenced code blocks of a Markdown text, in order. */
export function fencedBlocks(markdown: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let heading = "";
  let open: { language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    if (open !== undefined && line === "```") {
      blocks.push({ language: open.language, heading, text: `${open.lines.join("\n")}\n`, line: open.line });
      open = undefined;
    } else if (open !== undefined) {
      open.lines.push(line);
    } else if (line.startsWith("```")) {
      open = { language: line.slice(3).trim(), line: index + 1, lines: [] };
    } else if (line.startsWith("#")) {
      heading = line.replace(/^#+\s*/, "");
    }
  }
  return blocks;
}
