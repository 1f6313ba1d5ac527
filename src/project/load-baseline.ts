import { dirname, resolve } from "node:path";
import type { KnownFinding } from "../check/known-findings.js";
import { readBaseline } from "../configuration/read-baseline.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import type { ProjectHost } from "./project-host.js";
import { shownPath } from "./shown-path.js";
import { unreadableFile } from "./unreadable-file.js";

/** Loads a baseline by absolute path. Its findings name their files by absolute path. */
export function loadBaseline(
  file: string,
  { files, workingDirectory }: ProjectHost,
): { readonly findings: readonly KnownFinding[]; readonly diagnostics: readonly Diagnostic[] } {
  const shown = shownPath(file, workingDirectory);
  const result = files.readText(file);
  if (!("text" in result)) return { findings: [], diagnostics: [unreadableFile(shown, result.problem)] };
  const { findings, diagnostics } = readBaseline(new SourceFile(shown, result.text));
  return { findings: findings.map((each) => ({ ...each, file: resolve(dirname(file), each.file) })), diagnostics };
}
