import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { jsonReport } from "../../diagnostics/render/json.js";
import { renderPretty } from "../../diagnostics/render/pretty.js";
import type { Terminal } from "../process/host.js";

/** How many diagnostics the pretty form shows in full. */
const shownInFull = 100;

/** Writes diagnostics for people, or nothing if there are none. */
export function writePretty(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  if (diagnostics.length === 0) return;
  const { style, columns } = terminal;
  terminal.write(renderPretty(diagnostics, { style, columns, limit: shownInFull }));
}

/** Writes diagnostics, the number of files that were read, and more members as one JSON object. */
export function writeJson(
  diagnostics: readonly Diagnostic[],
  filesRead: number,
  more: object,
  terminal: Terminal,
): void {
  terminal.write(`${JSON.stringify({ ...jsonReport(diagnostics, filesRead), ...more }, null, 2)}\n`);
}
