import type { Place } from "../diagnostics/diagnostic.js";
import { excerptOf } from "../diagnostics/render/excerpt.js";
import { SourceFile } from "../text/source-file.js";

const columns = 100;
/** The number of lines that are shown before and after the one of the finding. */
const around = 2;

/** The lines around a place, numbered and with a mark below it, as bundlers write code frames; `undefined` where there is no text. */
export function codeFrame(place: Place): string | undefined {
  const { source } = place;
  if (source.text === "") return undefined;
  const { line, text, underlineStart, underlineWidth } = excerptOf(place, columns);
  const last = Math.min(line + around, source.lineCount);
  const width = String(last).length;
  const lines: string[] = [];
  for (let number = Math.max(1, line - around); number <= last; number++) {
    const shown = number === line ? text : excerptOf(startOf(source.lineText(number)), columns).text;
    lines.push(`${String(number).padStart(width)} | ${shown}`.trimEnd());
    if (number === line)
      lines.push(`${" ".repeat(width)} | ${" ".repeat(underlineStart)}${"^".repeat(underlineWidth)}`);
  }
  return lines.join("\n");
}

function startOf(text: string): Place {
  return { source: new SourceFile("", text), range: { start: 0, end: 0 } };
}
