import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { projectRoot } from "./read-project.js";

const page = join(projectRoot, "docs", "figures.md");

/** The rows of a table: a name, and one number a column. */
export type Figures = Readonly<Record<string, number | readonly number[]>>;

/**
 * Compares numbers with the table under a heading of docs/figures.md. With ACCEPT=1 (`npm run figures`) writes them there. Other pages
 * give no numbers of their own but refer to that one.
 */
export function expectFigures(heading: string, figures: Figures): void {
  const text = readFileSync(page, "utf8");
  const { start, end } = rowsUnder(heading, text);
  const rows = Object.entries(figures).map(
    ([name, values]) => `| ${[name, ...[values].flat().map(shown)].join(" | ")} |\n`,
  );
  if (process.env.ACCEPT === "1") writeFileSync(page, text.slice(0, start) + rows.join("") + text.slice(end));
  else expect(text.slice(start, end), "npm run figures writes the numbers").toBe(rows.join(""));
}

/** Where the rows of the table under a heading stand, its head left out. */
function rowsUnder(heading: string, text: string): { readonly start: number; readonly end: number } {
  const section = text.indexOf(`\n## ${heading}\n`);
  const head = /^\|[ |-]+\|\n/gm;
  head.lastIndex = section;
  if (section < 0 || head.exec(text) === null) throw new Error(`docs/figures.md has no table under "${heading}"`);
  const start = head.lastIndex;
  return { start, end: start + (/^(\|.*\n)*/.exec(text.slice(start))?.[0].length ?? 0) };
}

function shown(value: number): string {
  return value.toLocaleString("en-US");
}
