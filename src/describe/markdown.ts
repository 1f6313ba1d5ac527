import { longestRunOfTicks, markdownCode } from "../diagnostics/render/markdown-text.js";
import { printable } from "../diagnostics/render/printable.js";
import { writeMermaid } from "../write/graph/mermaid.js";
import { plainText } from "../write/graph/plain-text.js";
import type { CallMap, Item, Page, PageBlock, PagePiece, Pieces } from "./document.js";

/** Finds the address of a journey's page as links have it; `undefined` where it has none. */
export type AddressOf = (journey: string) => string | undefined;

/** Renders a page as Markdown that code hosts show, with pictures as Mermaid. */
export function renderMarkdownPage({ blocks }: Page, addressOf: AddressOf): string {
  return `${blocks.map((block) => renderBlock(block, addressOf)).join("\n\n")}\n`;
}

function renderBlock(block: PageBlock, addressOf: AddressOf): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${line(block.pieces, addressOf)}`;
    case "paragraph":
      return guarded(line(block.pieces, addressOf));
    case "list":
      return renderItems(block.items, block.isNumbered, "", addressOf);
    case "table":
      return renderTable(block.head, block.rows, addressOf);
    case "picture":
      return fence("mermaid", writeMermaid(block.journey).trimEnd());
    case "map":
      return fence("mermaid", mermaidMap(block.calls));
    default:
      return block satisfies never;
  }
}

function renderItems(items: readonly Item[], isNumbered: boolean, indent: string, addressOf: AddressOf): string {
  return items
    .map(({ pieces, items: inner = [] }, index) => {
      const mark = isNumbered ? `${index + 1}. ` : "- ";
      const below = renderItems(inner, false, indent + " ".repeat(mark.length), addressOf);
      return `${indent}${mark}${guarded(line(pieces, addressOf))}${below === "" ? "" : `\n${below}`}`;
    })
    .join("\n");
}

function renderTable(head: readonly string[], rows: readonly (readonly Pieces[])[], addressOf: AddressOf): string {
  const cells = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  // A bar ends a cell, in code too.
  const cell = (pieces: Pieces) => line(pieces, addressOf).replace(/(?<!\\)\|/g, "\\|");
  return [cells(head), cells(head.map(() => "---")), ...rows.map((row) => cells(row.map(cell)))].join("\n");
}

function line(pieces: Pieces, addressOf: AddressOf): string {
  return pieces.map((piece) => renderPiece(piece, addressOf)).join("");
}

function renderPiece(piece: PagePiece, addressOf: AddressOf): string {
  if (typeof piece === "string") return edged(piece);
  switch (piece.kind) {
    case "name":
      return `**${plain(piece.text) || "?"}**`;
    case "code":
      return markdownCode(plainText(piece.text));
    case "quote":
      // Escaped markup is hard to read in a review.
      return piece.text.includes("<") ? markdownCode(plainText(piece.text)) : `“${plain(piece.text)}”`;
    case "journey": {
      const address = addressOf(piece.id);
      const text = plain(piece.id);
      return address === undefined ? `**${text}**` : `[${text}](${address.replace(/[()]/g, "\\$&")})`;
    }
    default:
      return piece satisfies never;
  }
}

/** A text of ours or of a message, with the blanks at its ends. */
function edged(text: string): string {
  return `${/^\s/.test(text) ? " " : ""}${plain(text)}${/\s$/.test(text) && text.trim() !== "" ? " " : ""}`;
}

/** Escapes what Markdown, HTML inside it, or the host (mentions) would not read as plain text; no more, since the text is read as it is in reviews. */
function plain(text: string): string {
  return printable(plainText(text))
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/@/g, "&#64;");
}

/** A line that would begin a list, a quotation or a rule begins with text. */
function guarded(text: string): string {
  return text.replace(/^(\s*)([-+=#]|\d+(?=[.)]))/, (_, blanks: string, mark: string) =>
    /\d/.test(mark) ? `${blanks}${mark}\\` : `${blanks}\\${mark}`,
  );
}

function fence(language: string, text: string): string {
  const ticks = "`".repeat(Math.max(3, longestRunOfTicks(text) + 1));
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** The calls among journeys as a Mermaid flowchart. */
function mermaidMap({ journeys, calls }: CallMap): string {
  return [
    "flowchart LR",
    ...journeys.map((id, index) => `  j${index}["${mermaidText(id)}"]`),
    ...calls.map(([from, to]) => `  j${from} --> j${to}`),
  ].join("\n");
}

function mermaidText(text: string): string {
  return printable(plainText(text)).replace(/["#&<>`%;\\]/g, (character) => `#${character.codePointAt(0)};`);
}
