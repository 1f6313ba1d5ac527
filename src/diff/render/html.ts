import { writeSvg } from "../../write/graph/svg.js";
import { xmlText } from "../../write/graph/xml-text.js";
import type { Comparison } from "../compare.js";
import { isAboutSecurity } from "../consequences/consequences.js";
import type { Difference, JourneyDifference } from "../difference.js";
import type { DiffLine } from "../line-diff.js";
import { capitalized, type Described, type Piece } from "./described.js";
import { htmlStyle } from "./html-style.js";
import { marksBefore, marksOf } from "./marks.js";
import { headingWithoutJourney, type Section, sectionsOf, stateText } from "./sections.js";
import { shortenLines } from "./shorten-lines.js";
import { summaryOf } from "./summary.js";

/**
 * Renders the difference as one HTML page that loads nothing: the list of changes, and pictures of both versions with
 * the changes marked.
 */
export function renderHtml(comparison: Comparison): string {
  const { difference } = comparison;
  const sections = sectionsOf(difference);
  const body = sections.map((section) => {
    const found = difference.journeys.find(({ journey }) => journey === section.journey);
    return renderSection(section, found === undefined ? "" : renderPictures(found, comparison));
  });
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    // Nothing is fetched and no script runs, whatever the texts of a journey contain.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Difference of journeys</title><style>${htmlStyle}</style></head>`,
    "<body><main><h1>Difference of journeys</h1>",
    sections.length === 0 ? "<p>No journey has changed.</p>" : `<p class="count">${summaryHtml(difference)}</p>`,
    ...body,
    "</main></body></html>",
    "",
  ].join("\n");
}

/** The first line, in which what is weakened stands out. */
function summaryHtml(difference: Difference): string {
  const text = summaryOf(difference);
  const isWeaker = difference.journeys.some(
    (each) => each.kind === "journey-changed" && each.consequences.some(isAboutSecurity),
  );
  const end = isWeaker ? `${text},`.indexOf(",") : 0;
  return `${end > 0 ? `<strong class="weaker">${xmlText(text.slice(0, end))}</strong>` : ""}${xmlText(text.slice(end))}`;
}

function renderSection(section: Section, pictures: string): string {
  const { journey, state, changes, consequences } = section;
  const title =
    journey === undefined
      ? capitalized(headingWithoutJourney(section))
      : `Journey <code>${xmlText(journey)}</code> ${xmlText(stateText(section))}`;
  return [
    `<section class="${state}"><h2>${title}</h2>`,
    consequences.length > 0 ? "<h3>Consequences</h3>" : "",
    renderList(consequences),
    consequences.length > 0 && changes.length > 0 ? "<h3>Changes</h3>" : "",
    renderList(changes),
    pictures,
    "</section>",
  ].join("\n");
}

function renderPictures(found: JourneyDifference, { pairs }: Comparison): string {
  const pair = pairs.get(found.journey);
  if (found.kind !== "journey-changed" || pair === undefined) return "";
  const marks = marksOf(found.changes);
  const sides = [
    ["Before", writeSvg(pair.before, { marks: marksBefore(marks, pair) })],
    ["After", writeSvg(pair.after, { marks })],
  ] as const;
  const figures = sides.map(
    ([title, svg]) =>
      `<figure><figcaption>${title}</figcaption><div class="picture" tabindex="0">${svg}</div></figure>`,
  );
  return `<div class="sides${sides.some(([, svg]) => widthOf(svg) > widestBeside) ? " wide" : ""}">${figures.join("\n")}</div>`;
}

/** The width of a picture from which two stand one below the other: all are shown in their own size, so that they can be read. */
const widestBeside = 800;

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1]);
}

function renderList(list: readonly Described[]): string {
  if (list.length === 0) return "";
  return `<ul class="changes">\n${list.map(renderDescribed).join("\n")}\n</ul>`;
}

const classes: Readonly<Record<Described["sign"], string>> = {
  "+": "added",
  "-": "removed",
  "~": "changed",
  "!": "warning",
};

function renderDescribed({ sign, pieces, details, lines }: Described): string {
  const inner = details.map((detail) => `<li>${renderPieces(detail)}</li>`).join("");
  const text = shortenLines(lines).map(renderLine).join("\n");
  return [
    `<li class="${classes[sign]}"><b class="sign">${xmlText(sign)}</b> ${renderPieces(pieces)}`,
    inner === "" ? "" : `<ul>${inner}</ul>`,
    text === "" ? "" : `<pre>${text}</pre>`,
    "</li>",
  ].join("");
}

function renderPieces(pieces: readonly Piece[]): string {
  return pieces.map(renderPiece).join("");
}

function renderPiece({ style, text }: Piece): string {
  switch (style) {
    case "plain":
      // Blanks at the ends separate the text from its neighbours.
      return `${/^\s/.test(text) ? " " : ""}${xmlText(text)}${/\s$/.test(text) ? " " : ""}`;
    case "name":
      return `<strong>${xmlText(text)}</strong>`;
    case "old":
      return `<del>${xmlText(text)}</del>`;
    case "new":
      return `<ins>${xmlText(text)}</ins>`;
    default:
      return style satisfies never;
  }
}

function renderLine({ kind, text }: DiffLine): string {
  const indent = /^\s*/.exec(text)?.[0].replaceAll("\t", "  ") ?? "";
  const shown = `${indent}${xmlText(text)}`;
  if (kind === "added") return `<ins>+ ${shown}</ins>`;
  return kind === "removed" ? `<del>- ${shown}</del>` : `  ${shown}`;
}
