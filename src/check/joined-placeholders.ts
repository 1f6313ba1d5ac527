import type { Diagnostic } from "../diagnostics/diagnostic.js";

/**
 * Joins what is said of several placeholders of the platform in the marks of parameters on one line: `${appleLink} or ${googleLink}` is one
 * mistake.
 */
export function joinPlaceholders(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Map<string, Diagnostic[]>();
  for (const each of found) {
    if (each.code !== "unknown-param" || each.fixes.length !== 1 || !writesPlaceholder(each)) continue;
    const { source, range } = each.place;
    const key = `${source.path} ${source.positionAt(range.start).line}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [each]);
    else line.push(each);
  }
  const joined = new Map<Diagnostic, Diagnostic | undefined>();
  for (const [first, ...others] of lines.values()) {
    if (first === undefined || others.length === 0) continue;
    const edits = [first, ...others].flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    const related = others.map(({ place }) => ({ place, message: "So is this" }));
    const fixes = [{ title: "Write the placeholders", edits }];
    joined.set(first, { ...first, fixes, related: [...first.related, ...related] });
    for (const other of others) joined.set(other, undefined);
  }
  if (joined.size === 0) return found;
  return found.flatMap((each) => (joined.has(each) ? (joined.get(each) ?? []) : [each]));
}

function writesPlaceholder({ fixes }: Diagnostic): boolean {
  return fixes.every(({ edits }) => edits.every(({ text }) => /^(?:\{\{|&\{)/.test(text)));
}
