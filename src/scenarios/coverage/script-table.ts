import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import { sourceOfScript } from "../script-source.js";
import { pad, shownShare, widthOf } from "./coverage-table.js";
import { type LineCoverage, lineShare, type ScriptCoverage } from "./script-coverage.js";

/** The largest number of lines that are listed for one script. */
const listedAtMost = 50;
/** The largest number of characters of a line that are shown. */
const longestLine = 120;

/** Coverage of scripts as a table: one line for each script, and below it the lines that no scenario has run. */
export function renderScriptCoverage(scripts: readonly ScriptCoverage[], style: Style): string {
  if (scripts.length === 0) return "";
  const names = scripts.map(({ script }) => printable(sourceOfScript(script).path));
  const width = widthOf(["script", ...names]);
  const table = [style.bold(`${pad("script", width)}  lines`)];
  for (const [index, coverage] of scripts.entries()) {
    const share = lineShare(coverage);
    const open = coverage.lines.filter(({ statements, ran }) => ran < statements);
    const row = `${pad(names[index] ?? "", width)}  ${shownShare(share)}`;
    table.push(open.length === 0 ? style.green(row) : row);
    // Of a script that never ran, every line is open.
    if (share.covered === 0) continue;
    table.push(...open.slice(0, listedAtMost).map((line) => openLine(line, coverage, style)));
    if (open.length > listedAtMost) table.push(style.dim(`  … and ${open.length - listedAtMost} more lines`));
  }
  return `${table.join("\n")}\n`;
}

function openLine({ line, ran }: LineCoverage, { script, lines }: ScriptCoverage, style: Style): string {
  const digits = String(lines.at(-1)?.line ?? 0).length;
  const sign = ran === 0 ? style.red("never") : style.yellow("partly");
  const text = sourceOfScript(script).lineText(line).trimEnd();
  const excerpt = text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text;
  const gap = ran === 0 ? "   " : "  ";
  return `  ${sign}${gap}${String(line).padStart(digits)} | ${printable(excerpt)}`.trimEnd();
}
