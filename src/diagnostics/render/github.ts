import type { Severity } from "../codes.js";
import type { Diagnostic } from "../diagnostic.js";

/**
 * Writes a workflow command for each diagnostic; GitHub shows it at its line of the change. `pathOf` gives paths from the top of the
 * repository.
 */
export function renderGithub(diagnostics: readonly Diagnostic[], pathOf: (path: string) => string): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic, pathOf)}\n`).join("");
}

function annotation(diagnostic: Diagnostic, pathOf: (path: string) => string): string {
  const { source, range } = diagnostic.place;
  const start = source.positionAt(range.start);
  const end = source.positionAt(range.end);
  const properties = [
    `file=${escapeProperty(pathOf(source.path))}`,
    `line=${start.line}`,
    ...(end.line > start.line ? [`endLine=${end.line}`] : []),
    `col=${start.column}`,
    // GitHub supports `endColumn` within one line only.
    ...(end.line === start.line && end.column > start.column ? [`endColumn=${end.column}`] : []),
    `title=${escapeProperty(`${diagnostic.code} ${diagnostic.id}`)}`,
  ];
  return `::${command(diagnostic.severity)} ${properties.join(",")}::${escapeData(messageOf(diagnostic))}`;
}

function messageOf({ message, help, related }: Diagnostic): string {
  const places = related.map(({ place, message: text }) => {
    const { line, column } = place.source.positionAt(place.range.start);
    return `${text} (${place.source.path}:${line}:${column})`;
  });
  return [message, ...(help === undefined ? [] : [help]), ...places].join("\n");
}

function command(severity: Severity): string {
  return severity === "info" ? "notice" : severity;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
