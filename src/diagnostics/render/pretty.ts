import type { Severity } from "../codes.js";
import type { Diagnostic, Place } from "../diagnostic.js";
import { explainCommand } from "../explain-command.js";
import { excerptOf } from "./excerpt.js";
import { printable } from "./printable.js";
import type { Style } from "./style.js";
import { summarise, summaryLine } from "./summary.js";

export interface PrettyOptions {
  readonly style: Style;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Number of diagnostics that are shown in full; the others are only counted. */
  readonly limit: number;
}

/**
 * Renders diagnostics for people: message, place with its line, help, and the command that explains it. A count follows
 * at the end.
 */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const blocks = diagnostics.slice(0, options.limit).map((diagnostic) => renderDiagnostic(diagnostic, options));
  const hidden = diagnostics.length - blocks.length;
  if (hidden > 0) blocks.push(options.style.dim(`… and ${hidden} more\n`));
  blocks.push(`${summaryLine(summarise(diagnostics))}\n`);
  return blocks.join("\n");
}

/** Renders one diagnostic as a block of lines. */
export function renderDiagnostic(diagnostic: Diagnostic, options: PrettyOptions): string {
  const { style } = options;
  const paint = severityPaint(diagnostic.severity, style);
  const gutter = gutterWidth(diagnostic);
  const lines = [
    `${paint(style.bold(`${severityWord(diagnostic.severity)} ${diagnostic.code}`))} ${style.dim(diagnostic.id)}`,
    style.bold(printable(diagnostic.message)),
    ...renderPlace(diagnostic.place, paint, gutter, options),
  ];
  for (const related of diagnostic.related) {
    lines.push(`${" ".repeat(gutter)} ${style.cyan(printable(related.message))}`);
    lines.push(...renderPlace(related.place, style.cyan, gutter, options));
  }
  const note = (word: string, text: string) =>
    `${" ".repeat(gutter)} ${style.blue("=")} ${style.bold(word)}: ${printable(text)}`;
  if (diagnostic.help !== undefined) lines.push(note("help", diagnostic.help));
  for (const fix of diagnostic.fixes) lines.push(note("fix", fix.title));
  lines.push(`${" ".repeat(gutter)} ${style.blue("=")} ${style.dim(explainCommand(diagnostic.code))}`);
  return `${lines.join("\n")}\n`;
}

function renderPlace(
  place: Place,
  paint: (text: string) => string,
  gutter: number,
  { style, columns }: PrettyOptions,
): readonly string[] {
  const excerpt = excerptOf(place, Math.max(20, columns - gutter - 4));
  const bar = style.blue("|");
  const margin = " ".repeat(gutter);
  const path = printable(place.source.path);
  // A folder has no lines.
  const where = path.endsWith("/") ? path : `${path}:${excerpt.line}:${excerpt.column}`;
  const head = `${margin}${style.blue("-->")} ${where}${place.pointer ? style.dim(` (${printable(place.pointer)})`) : ""}`;
  if (place.source.text === "") return [head];
  const underline = " ".repeat(excerpt.underlineStart) + paint("^".repeat(excerpt.underlineWidth));
  return [
    head,
    `${margin} ${bar}`,
    `${style.blue(String(excerpt.line).padStart(gutter))} ${bar} ${excerpt.text}`.trimEnd(),
    `${margin} ${bar} ${underline}`,
  ];
}

function gutterWidth(diagnostic: Diagnostic): number {
  const places = [diagnostic.place, ...diagnostic.related.map((related) => related.place)];
  return Math.max(...places.map((place) => String(place.source.positionAt(place.range.start).line).length), 2);
}

function severityWord(severity: Severity): string {
  return severity === "info" ? "note" : severity;
}

function severityPaint(severity: Severity, style: Style): (text: string) => string {
  switch (severity) {
    case "error":
      return style.red;
    case "warning":
      return style.yellow;
    case "info":
      return style.cyan;
    default: {
      const impossible: never = severity;
      return impossible;
    }
  }
}
