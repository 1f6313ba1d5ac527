import { printable } from "../../diagnostics/render/printable.js";
import type { Comparison } from "../compare.js";
import type { DiffLine } from "../line-diff.js";
import type { Described, Piece } from "./described.js";
import { changedPart } from "./mermaid.js";
import { countText, type Section, sectionsOf } from "./sections.js";
import { shortenLines } from "./shorten-lines.js";

/** Hosts refuse longer comments (GitHub's limit is 65,536 characters). */
const longest = 60_000;

/**
 * Renders the difference as Markdown for a pull request: lists, line differences, and a picture of the changed part of
 * each journey.
 */
export function renderMarkdown({ difference, pairs }: Comparison): string {
  const sections = sectionsOf(difference);
  if (sections.length === 0) return "No journey has changed.\n";
  const blocks = sections.map((section) => {
    const found = difference.journeys.find(
      (each) => each.kind === "journey-changed" && each.journey === section.journey,
    );
    const pair = section.journey === undefined ? undefined : pairs.get(section.journey);
    const picture = pair && found?.kind === "journey-changed" ? changedPart(pair, found.changes) : undefined;
    return renderSection(section, picture);
  });
  return `${shortened(blocks)}\n*${countText(sections)}*\n`;
}

/** Keeps whole sections only, because half a code block would swallow the text after it. */
function shortened(blocks: readonly string[]): string {
  let text = "";
  for (const [index, block] of blocks.entries()) {
    if (text.length + block.length > longest) {
      const left = blocks.length - index;
      return `${text}${left} more ${left === 1 ? "part is" : "parts are"} too long for a comment: see \`journeyc diff\`.\n`;
    }
    text += `${block}\n`;
  }
  return text;
}

function renderSection(section: Section, picture: string | undefined): string {
  const lines = [`### ${heading(section)}`, ""];
  if (section.changes.length > 0) lines.push(...section.changes.flatMap(renderDescribed), "");
  if (section.consequences.length > 0) {
    if (section.changes.length > 0) lines.push("**Consequences**", "");
    lines.push(...section.consequences.flatMap(renderDescribed), "");
  }
  if (picture !== undefined) lines.push(...fence("mermaid", picture.trimEnd().split("\n"), ""), "");
  return lines.join("\n");
}

function heading({ journey, state, nodes }: Section): string {
  if (journey === undefined) return "Overall";
  const title = `Journey ${code(journey)}`;
  return state === "changed" ? title : `${title} ${state} (${nodes} node${nodes === 1 ? "" : "s"})`;
}

const marks: Readonly<Record<Described["sign"], string>> = { "+": "➕", "-": "➖", "~": "✏️", "!": "⚠️" };

function renderDescribed({ sign, pieces, details, lines }: Described): readonly string[] {
  const shown = shortenLines(lines);
  return [
    `- ${marks[sign]} ${renderPieces(pieces)}`,
    ...details.map((detail) => `  - ${renderPieces(detail)}`),
    ...(shown.length === 0 ? [] : fence("diff", shown.map(diffLine), "  ")),
  ];
}

function renderPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ style, text }) => (style === "plain" ? escapeText(text) : code(text))).join("");
}

/**
 * Renders a text as a code span. Its fence is longer than any run of backticks inside, so nothing in the text is
 * markup.
 */
function code(text: string): string {
  const shown = printable(text);
  const ticks = longestRun(shown);
  if (shown.trim() === "") return `\`${shown || " "}\``;
  const marksOf = "`".repeat(ticks + 1);
  const room = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${marksOf}${room}${shown}${room}${marksOf}`;
}

/**
 * Escapes everything that Markdown, HTML inside it, or the host (mentions, references) would not read as plain text.
 */
function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/@/g, "&#64;");
}

function fence(language: string, lines: readonly string[], indent: string): readonly string[] {
  const ticks = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return ["", `${indent}${ticks}${language}`, ...lines.map((line) => `${indent}${line}`), `${indent}${ticks}`];
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longestSoFar, run) => Math.max(longestSoFar, run.length), 0);
}

function diffLine({ kind, text }: DiffLine): string {
  const sign = kind === "added" ? "+" : kind === "removed" ? "-" : " ";
  return `${sign} ${printable(text.replaceAll("\t", "  "))}`;
}
