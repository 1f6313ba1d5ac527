import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";

/** The diagnostic of a path that cannot be read. */
export function unreadableFile(path: string, problem: string): Diagnostic {
  const source = new SourceFile(path, "");
  const extras = /UTF-8/.test(problem) ? { help: "Save the file as UTF-8." } : {};
  return createDiagnostic("unreadable-file", { source, range: { start: 0, end: 0 } }, { path, problem }, extras);
}
