import { plainText } from "../write/graph/plain-text.js";
import { xmlText } from "../write/graph/xml-text.js";
import type { CallMap } from "./document.js";

const [boxWidth, boxHeight, columnGap, rowGap, margin] = [210, 30, 90, 14, 16];
/** Longer names are cut; the tooltip has the whole name. */
const longestName = 28;

/** Draws which journeys call which, from left to right: a journey stands behind all that call it, but for those that call one another in a circle. */
export function drawCallMap({ journeys, calls }: CallMap): string {
  const columns = columnsOf(journeys.length, calls);
  const rows: number[] = [];
  const heights: number[] = [];
  for (const [index, column] of columns.entries()) {
    rows[index] = heights[column] ?? 0;
    heights[column] = (heights[column] ?? 0) + 1;
  }
  const left = (index: number) => margin + (columns[index] ?? 0) * (boxWidth + columnGap);
  const top = (index: number) => margin + (rows[index] ?? 0) * (boxHeight + rowGap);
  const width = 2 * margin + heights.length * (boxWidth + columnGap) - columnGap;
  const height = 2 * margin + Math.max(0, ...heights) * (boxHeight + rowGap) - rowGap;
  const arrows = calls.map(([from, to]) => {
    const [x1, y1] = [left(from) + boxWidth, top(from) + boxHeight / 2];
    const [x2, y2] = [left(to), top(to) + boxHeight / 2];
    const bend = columnGap / 2;
    return `<path d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"><title>${xmlText(`${journeys[from]} calls ${journeys[to]}`)}</title></path><path d="M${x2 - 7} ${y2 - 4}L${x2} ${y2}L${x2 - 7} ${y2 + 4}"/>`;
  });
  const boxes = journeys.map((id, index) => {
    const shown = plainText(id);
    const text = shown.length > longestName ? `${shown.slice(0, longestName - 1)}…` : shown;
    return `<g><title>${xmlText(id)}</title><rect x="${left(index)}" y="${top(index)}" width="${boxWidth}" height="${boxHeight}" rx="5" fill="none" stroke="currentColor"/><text x="${left(index) + 10}" y="${top(index) + 20}" fill="currentColor" font-family="system-ui, sans-serif" font-size="13">${xmlText(text)}</text></g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>Journeys and their calls</title>`,
    `<g fill="none" stroke="currentColor" stroke-opacity=".55">${arrows.join("")}</g>`,
    ...boxes,
    "</svg>",
  ].join("\n");
}

/** The column of each journey: the greatest number of calls that lead to it. Calls that close a circle do not count. */
function columnsOf(count: number, calls: CallMap["calls"]): readonly number[] {
  const columns = new Array<number>(count).fill(0);
  const called: number[][] = Array.from({ length: count }, () => []);
  const left = new Array<number>(count).fill(0);
  for (const [from, to] of calls) {
    called[from]?.push(to);
    left[to] = (left[to] ?? 0) + 1;
  }
  const open = columns.map((_, index) => index).filter((index) => left[index] === 0);
  const placed = new Set(open);
  let next = 0;
  while (placed.size < count || next < open.length) {
    if (next === open.length) {
      // Only circles are left: the first journey of one begins it.
      const first = columns.findIndex((_, index) => !placed.has(index));
      placed.add(first);
      open.push(first);
    }
    const from = open[next++] ?? 0;
    for (const to of called[from] ?? []) {
      if (placed.has(to)) continue;
      columns[to] = Math.max(columns[to] ?? 0, (columns[from] ?? 0) + 1);
      left[to] = (left[to] ?? 0) - 1;
      if (left[to] === 0) {
        placed.add(to);
        open.push(to);
      }
    }
  }
  return columns;
}
