/** A note below a line of a text; `mark` underlines what it speaks of. */
export interface LineNote {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly mark?: { readonly column: number; readonly width: number };
}

/** The text with one line `//@ …` for each note, below the line that it speaks of. */
export function annotateLines(text: string, notes: readonly LineNote[]): string {
  const below = new Map<number, string[]>();
  for (const note of notes) below.set(note.line, [...(below.get(note.line) ?? []), noteLine(note)]);
  return text
    .split("\n")
    .flatMap((line, index) => [line, ...(below.get(index + 1) ?? [])])
    .join("\n");
}

function noteLine({ text, mark }: LineNote): string {
  if (mark === undefined) return `//@ ${text}`;
  // The first three columns are taken by the sign of the line itself.
  return `//@${"^"
    .repeat(mark.width)
    .padStart(mark.column - 1 + mark.width)
    .slice(3)} ${text}`;
}
