import type { DiffLine } from "../line-diff.js";

/** Number of equal lines shown before and after a change. */
const around = 2;

/** Keeps the lines near a change; lines left out between them become one line with an ellipsis. */
export function shortenLines(lines: readonly DiffLine[]): readonly DiffLine[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries()) {
    if (kind === "same") continue;
    for (let at = index - around; at <= index + around; at++) near.add(at);
  }
  const result: DiffLine[] = [];
  let isLeftOut = false;
  for (const [index, line] of lines.entries()) {
    if (near.has(index)) result.push(line);
    else if (!isLeftOut) result.push({ kind: "same", text: "…" });
    isLeftOut = !near.has(index);
  }
  return result;
}
