import type { Severity } from "../codes.js";
import type { Diagnostic } from "../diagnostic.js";
import { fingerprints } from "./sarif-fingerprints.js";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/** Writes the code quality report that GitLab shows in merge requests. `pathOf` gives paths from the top of the repository. */
export function renderGitlab(diagnostics: readonly Diagnostic[], pathOf: (path: string) => string): string {
  const marks = fingerprints(diagnostics);
  const issues = diagnostics.map(({ code, severity, message, help, place: { source, range } }, at) => {
    const path = pathOf(source.path);
    return {
      type: "issue",
      check_name: code,
      description: help === undefined ? message : `${message}. ${help}`,
      severity: severities[severity],
      // GitLab takes issues with the same mark for one, whatever their files.
      fingerprint: `${path}:${marks[at]}`,
      location: {
        path,
        lines: { begin: source.positionAt(range.start).line, end: source.positionAt(range.end).line },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
