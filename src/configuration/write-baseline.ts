import type { KnownFinding } from "../check/known-findings.js";

/** The text of a baseline: sorted, and equal findings counted, so that a version control system shows what was accepted and what is gone. */
export function writeBaseline(findings: readonly Omit<KnownFinding, "place">[]): string {
  const counts = new Map<string, number>();
  for (const { file, code, message, count } of findings) {
    const key = JSON.stringify([file, code, message]);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const entries = [...counts].map(([key, count]) => {
    const [file, code, message] = JSON.parse(key) as readonly [string, string, string];
    return { file, code, message, ...(count > 1 ? { count } : {}) };
  });
  entries.sort((a, b) => compare(a.file, b.file) || compare(a.code, b.code) || compare(a.message, b.message));
  return `${JSON.stringify({ version: 1, findings: entries }, null, 2)}\n`;
}

/** By code units, which is the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
