import type { Diagnostic } from "../diagnostic.js";

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Number of files that have at least one diagnostic. */
  readonly files: number;
  /** Number of files that were read, where that is known. */
  readonly filesRead?: number;
}

export function summarise(diagnostics: readonly Diagnostic[]): Summary {
  let errors = 0;
  let warnings = 0;
  const files = new Set<string>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === "error") errors++;
    else if (diagnostic.severity === "warning") warnings++;
    files.add(diagnostic.place.source.path);
  }
  return { errors, warnings, infos: diagnostics.length - errors - warnings, files: files.size };
}

/** One line such as `2 errors, 1 warning in 3 files`, or `No findings`. */
export function summaryLine(summary: Summary): string {
  const parts = [
    counted(summary.errors, "error"),
    counted(summary.warnings, "warning"),
    counted(summary.infos, "note"),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "No findings" : `${parts.join(", ")} in ${counted(summary.files, "file")}`;
}

function counted(count: number, what: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
