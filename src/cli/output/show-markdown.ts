import type { Style } from "../../diagnostics/render/style.js";
import { wrapped } from "./wrapped.js";

/** A page of ours for the terminal: paragraphs and lists are wrapped, rows of tables stand below each other, code is left as it is. */
export function showMarkdown(markdown: string, style: Style, columns: number): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let isCode = false;
  const flush = () => {
    const [, mark = "", text = ""] = /^(- |\d+\. )?(.*)$/.exec(inline(paragraph.join(" "), style)) ?? [];
    if (text !== "") {
      const [first = "", ...more] = wrapped(text, columns - mark.length);
      lines.push(mark + first, ...more.map((line) => " ".repeat(mark.length) + line));
    }
    paragraph = [];
  };
  for (const line of markdown.trim().split("\n")) {
    if (line.startsWith("```")) {
      flush();
      isCode = !isCode;
    } else if (isCode) {
      lines.push(`  ${line}`.trimEnd());
    } else if (line.startsWith("|")) {
      flush();
      lines.push(...row(line, style, columns));
    } else {
      if (line === "" || /^(#|- |\d+\. )/.test(line)) flush();
      if (line === "") lines.push("");
      else if (line.startsWith("#")) lines.push(style.bold(line.replace(/^#+ /, "")));
      else paragraph.push(line.trim());
    }
  }
  flush();
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** The first cell of a row, and the others below it. The line under the heads of a table says nothing. */
function row(line: string, style: Style, columns: number): readonly string[] {
  if (/^[|\s:-]+$/.test(line)) return [];
  const [first = "", ...rest] = line
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => inline(cell.replaceAll("\\|", "|").trim(), style));
  const others = rest.filter((cell) => cell !== "").join("; ");
  return [`  ${first}`, ...(others === "" ? [] : wrapped(others, columns - 6).map((each) => `      ${each}`))];
}

function inline(text: string, style: Style): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => style.bold(bold));
}
