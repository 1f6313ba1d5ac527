/** A section of a Markdown text with its heading, up to the next one of its level. `undefined` where there is none of this heading. */
export function markdownSection(markdown: string, heading: string): string | undefined {
  let isCode = false;
  let level = 0;
  const found: string[] = [];
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) isCode = !isCode;
    const [, marks = "", title] = (isCode ? null : /^(#+) (.+)$/.exec(line)) ?? [];
    if (level > 0 && marks !== "" && marks.length <= level) break;
    if (level === 0 && title === heading) level = marks.length;
    if (level > 0) found.push(line);
  }
  return level === 0 ? undefined : `${found.join("\n").trim()}\n`;
}
