import { longestRunOfTicks, markdownCode, markdownText } from "../../diagnostics/render/markdown-text.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Comparison } from "../compare.js";
import type { DiffLine } from "../line-diff.js";
import { capitalized, type Described, type Piece } from "./described.js";
import { changedPart } from "./mermaid.js";
import { headingWithoutJourney, type Section, sectionsOf, stateText } from "./sections.js";
import { shortenLines } from "./shorten-lines.js";
import { summaryOf } from "./summary.js";

/** Hosts refuse longer comments (GitHub's limit is 65,536 characters). */
const longest = 60_000;

/** Number of changes above which they are folded. */
const mostOpenChanges = 12;

/** What is left out so that a comment stays below the limit of its host. */
interface Room {
  readonly pictures: boolean;
  /** Number of lines of a line difference. */
  readonly lines: number;
  /** Number of changes of one journey. */
  readonly changes: number;
}

/** From everything to little; the first one that fits is taken. */
const rooms: readonly Room[] = [
  { pictures: true, lines: Number.POSITIVE_INFINITY, changes: Number.POSITIVE_INFINITY },
  { pictures: true, lines: 60, changes: Number.POSITIVE_INFINITY },
  { pictures: false, lines: 20, changes: 200 },
  { pictures: false, lines: 0, changes: 20 },
];

/**
 * Renders the difference as Markdown for a pull request: a summary, and for each journey its consequences, its changes
 * (folded where they are many), and a picture of the changed part.
 */
export function renderMarkdown(comparison: Comparison): string {
  const { difference } = comparison;
  if (sectionsOf(difference).length === 0) return "No journey has changed.\n";
  const summary = summaryOf(difference);
  const head = summary === "" ? "" : `**${markdownText(summary)}**\n\n`;
  for (const room of rooms) {
    const text = `${head}${renderSections(comparison, room).join("\n")}`;
    if (text.length <= longest) return text;
  }
  return `${head}${shortened(renderSections(comparison, rooms[rooms.length - 1] as Room))}`;
}

function renderSections({ difference, pairs }: Comparison, room: Room): readonly string[] {
  return sectionsOf(difference).map((section) => {
    const found = difference.journeys.find(
      (each) => each.kind === "journey-changed" && each.journey === section.journey,
    );
    const pair = section.journey === undefined ? undefined : pairs.get(section.journey);
    const isDrawn = room.pictures && found?.kind === "journey-changed";
    return renderSection(section, pair && isDrawn ? changedPart(pair, found.changes) : undefined, room);
  });
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

function renderSection(section: Section, picture: string | undefined, room: Room): string {
  const lines = [`### ${heading(section)}`, ""];
  if (section.consequences.length > 0) {
    lines.push("**Consequences**", "", ...section.consequences.flatMap((each) => renderDescribed(each, room)), "");
    if (section.changes.length > 0) lines.push("**Changes**", "");
  }
  const shown = section.changes.slice(0, room.changes);
  const left = section.changes.length - shown.length;
  const list = shown.flatMap((each) => renderDescribed(each, room));
  if (left > 0) list.push(`- and ${left} more: see \`journeyc diff\``);
  if (shown.length > mostOpenChanges)
    lines.push("<details>", `<summary>${section.changes.length} changes</summary>`, "", ...list, "", "</details>", "");
  else if (list.length > 0) lines.push(...list, "");
  if (picture !== undefined) lines.push(...fence("mermaid", picture.trimEnd().split("\n"), ""), "");
  return lines.join("\n");
}

function heading(section: Section): string {
  const { journey, state } = section;
  if (journey === undefined) return capitalized(headingWithoutJourney(section));
  const title = `Journey ${markdownCode(journey)}`;
  return state === "changed" ? title : `${title} ${markdownText(stateText(section))}`;
}

const marks: Readonly<Record<Described["sign"], string>> = { "+": "➕", "-": "➖", "~": "✏️", "!": "⚠️" };

function renderDescribed({ sign, pieces, details, lines }: Described, room: Room): readonly string[] {
  const all = shortenLines(lines);
  const left = all.length - room.lines;
  const cut: DiffLine = { kind: "same", text: `… ${left} more lines` };
  const shown = left > 0 ? [...all.slice(0, room.lines), cut] : all;
  return [
    `- ${marks[sign]} ${renderPieces(pieces)}`,
    ...details.map((detail) => `  - ${renderPieces(detail)}`),
    ...(shown.length === 0 ? [] : fence("diff", shown.map(diffLine), "  ")),
  ];
}

function renderPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ style, text }) => (style === "plain" ? markdownText(text) : markdownCode(text))).join("");
}

function fence(language: string, lines: readonly string[], indent: string): readonly string[] {
  const ticks = "`".repeat(Math.max(3, longestRunOfTicks(lines.join("\n")) + 1));
  return ["", `${indent}${ticks}${language}`, ...lines.map((line) => `${indent}${line}`), `${indent}${ticks}`];
}

function diffLine({ kind, text }: DiffLine): string {
  const sign = kind === "added" ? "+" : kind === "removed" ? "-" : " ";
  return `${sign} ${printable(text.replaceAll("\t", "  "))}`;
}
