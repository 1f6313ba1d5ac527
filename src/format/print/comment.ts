const lineEnd = /\r\n?|\n/;

/** Prints a comment as written; only the rows of stars in a block comment follow the indentation. */
export function printComment(text: string, indent: string): string {
  if (text.startsWith("//")) return text.trimEnd();
  const lines = text.split(lineEnd);
  const rows = lines.slice(1).map((line) => line.trim());
  if (!rows.every((row) => row.startsWith("*"))) return lines.join("\n");
  return [(lines[0] ?? "").trimEnd(), ...rows.map((row) => `${indent} ${row}`)].join("\n");
}
