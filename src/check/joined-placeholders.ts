import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { joinFindings } from "../diagnostics/join-findings.js";

/**
 * Joins what is said of several placeholders of the platform in the marks of parameters on one line: `${appleLink} or ${googleLink}` is one
 * mistake.
 */
export function joinPlaceholders(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return joinFindings(found, lineOfPlaceholder, (first, others) => {
    const edits = [first, ...others].flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    const related = others.map(({ place }) => ({ place, message: "So is this" }));
    return { ...first, fixes: [{ title: "Write the placeholders", edits }], related: [...first.related, ...related] };
  });
}

function lineOfPlaceholder(finding: Diagnostic): string | undefined {
  if (finding.code !== "unknown-param" || finding.fixes.length !== 1 || !writesPlaceholder(finding)) return undefined;
  const { source, range } = finding.place;
  return `${source.path} ${source.positionAt(range.start).line}`;
}

function writesPlaceholder({ fixes }: Diagnostic): boolean {
  return fixes.every(({ edits }) => edits.every(({ text }) => /^(?:\{\{|&\{)/.test(text)));
}
