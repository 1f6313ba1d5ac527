import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import type { Difference } from "../difference.js";
import type { DiffLine } from "../line-diff.js";
import type { Described, Piece } from "./described.js";
import { headingWithoutJourney, type Section, sectionsOf, stateText } from "./sections.js";
import { shortenLines } from "./shorten-lines.js";
import { summaryOf } from "./summary.js";

/** Renders the difference for a terminal, one change per line. No text of a journey can steer the terminal. */
export function renderText(difference: Difference, style: Style): string {
  const sections = sectionsOf(difference);
  if (sections.length === 0) return "";
  const blocks = sections.map((section) => renderSection(section, style));
  const summary = summaryOf(difference);
  return `${summary === "" ? "" : `${style.bold(summary)}\n\n`}${blocks.join("\n")}`;
}

function renderSection(section: Section, style: Style): string {
  const lines = [heading(section, style)];
  if (section.consequences.length > 0) {
    lines.push(`  ${style.bold("consequences")}`);
    for (const consequence of section.consequences) lines.push(...renderDescribed(consequence, style));
    if (section.changes.length > 0) lines.push(`  ${style.bold("changes")}`);
  }
  for (const change of section.changes) lines.push(...renderDescribed(change, style));
  return `${lines.join("\n")}\n`;
}

function heading(section: Section, style: Style): string {
  const { journey, state } = section;
  if (journey === undefined) return style.bold(headingWithoutJourney(section));
  const title = style.bold(`journey ${printable(journey)}`);
  if (state === "changed") return title;
  const what = `${title} ${printable(stateText(section))}`;
  return state === "added" ? `${style.green("+")} ${what}` : `${style.red("-")} ${what}`;
}

function renderDescribed({ sign, pieces, details, lines }: Described, style: Style): readonly string[] {
  return [
    `  ${signText(sign, style)} ${renderPieces(pieces, style)}`,
    ...details.map((detail) => `      ${renderPieces(detail, style)}`),
    ...shortenLines(lines).map((line) => `      ${renderLine(line, style)}`),
  ];
}

function signText(sign: Described["sign"], style: Style): string {
  switch (sign) {
    case "+":
      return style.green(sign);
    case "-":
      return style.red(sign);
    case "~":
      return style.cyan(sign);
    case "!":
      return style.yellow(sign);
    default:
      return sign satisfies never;
  }
}

function renderPieces(pieces: readonly Piece[], style: Style): string {
  return pieces.map((piece) => renderPiece(piece, style)).join("");
}

function renderPiece({ style: kind, text }: Piece, style: Style): string {
  const shown = printable(text);
  switch (kind) {
    case "plain":
      return shown;
    case "name":
      return style.bold(shown);
    case "old":
      return style.red(shown);
    case "new":
      return style.green(shown);
    default:
      return kind satisfies never;
  }
}

function renderLine({ kind, text }: DiffLine, style: Style): string {
  const shown = printable(text.replaceAll("\t", "  "));
  if (kind === "added") return style.green(`+ ${shown}`);
  return kind === "removed" ? style.red(`- ${shown}`) : style.dim(`  ${shown}`);
}
