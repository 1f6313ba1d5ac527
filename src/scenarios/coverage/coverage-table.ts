import { displayWidth, printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import { type JourneyCoverage, type NodeCoverage, nodeShare, outcomeShare, type Share } from "./coverage.js";

/** The largest number of nodes that are listed for one journey. */
const listedAtMost = 50;

/** Coverage as a table: one line for each journey, and below it the nodes with outcomes that no scenario has taken. */
export function renderCoverage(journeys: readonly JourneyCoverage[], style: Style): string {
  const names = journeys.map(({ journey }) => printable(journey.id));
  const width = widthOf(["journey", ...names]);
  const lines = [style.bold(`${pad("journey", width)}  ${pad("nodes", 15)}  ${pad("outcomes", 15)}`).trimEnd()];
  for (const [index, coverage] of journeys.entries()) {
    const nodes = nodeShare(coverage);
    const outcomes = outcomeShare(coverage);
    const row = `${pad(names[index] ?? "", width)}  ${pad(shownShare(nodes), 15)}  ${shownShare(outcomes)}`;
    lines.push(isFull(outcomes) && isFull(nodes) ? style.green(row) : row);
    const open = coverage.nodes.flatMap((node) => openLine(node, style));
    lines.push(...open.slice(0, listedAtMost));
    if (open.length > listedAtMost) lines.push(style.dim(`  … and ${open.length - listedAtMost} more nodes`));
  }
  return `${lines.join("\n")}\n`;
}

function openLine({ node, visits, outcomes }: NodeCoverage, style: Style): readonly string[] {
  const open = outcomes.filter(({ taken }) => taken === 0).map(({ name }) => name);
  if (visits > 0 && open.length === 0) return [];
  if (visits === 0) return [`  ${style.red("never")}   ${printable(node)}`];
  return [`  ${style.yellow("partly")}  ${printable(node)}: ${printable(open.join(", "))}`];
}

/** `3/4 (75 %)` */
export function shownShare({ covered, total }: Share): string {
  const percent = total === 0 ? 100 : Math.floor((covered / total) * 100);
  return `${covered}/${total} (${percent} %)`;
}

function isFull({ covered, total }: Share): boolean {
  return covered === total;
}

/** Fills a cell up with blanks. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The width of a column with these cells. */
export function widthOf(cells: readonly string[]): number {
  return cells.reduce((width, cell) => Math.max(width, displayWidth(cell)), 0);
}
