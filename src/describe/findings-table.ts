import type { DescribedFinding } from "./description.js";
import { asCode, type PageBlock } from "./document.js";

/** Findings as a table; nothing where there are none. Of those that are the same, the number stands behind one. */
export function findingsTable(findings: readonly DescribedFinding[]): readonly PageBlock[] {
  if (findings.length === 0) return [];
  const times = new Map<string, { readonly finding: DescribedFinding; count: number }>();
  for (const finding of findings) {
    const key = JSON.stringify(finding);
    const known = times.get(key);
    if (known === undefined) times.set(key, { finding, count: 1 });
    else known.count++;
  }
  const rows = [...times.values()].map(({ finding: { severity, code: id, message }, count }) => [
    [severity],
    [asCode(id)],
    [count === 1 ? message : `${message} (${count} times)`],
  ]);
  return [{ kind: "table", head: ["severity", "code", "finding"], rows }];
}
