import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";

/** The diagnostic of a path that cannot be read. */
export function unreadableFile(path: string, problem: string): Diagnostic {
  const source = new SourceFile(path, "");
  return createDiagnostic("unreadable-file", { source, range: { start: 0, end: 0 } }, { path, problem });
}
