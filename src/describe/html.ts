import { writeSvg } from "../write/graph/svg.js";
import { xmlText } from "../write/graph/xml-text.js";
import { drawCallMap } from "./call-map.js";
import type { Item, Page, PageBlock, PagePiece, Pieces } from "./document.js";
import { descriptionStyle } from "./html-style.js";
import type { AddressOf } from "./markdown.js";

/** Renders pages as one HTML page that loads nothing, with pictures as SVG. `idOf` gives the journeys of one page their anchors. */
export function renderHtmlPage(
  { title, blocks }: Page,
  addressOf: AddressOf,
  idOf: (journey: string) => string | undefined = () => undefined,
): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    // Nothing is fetched and no script runs, whatever the texts of a journey contain.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${xmlText(title)}</title><style>${descriptionStyle}</style></head>`,
    "<body><main>",
    ...blocks.map((block) => renderBlock(block, addressOf, idOf)),
    "</main></body></html>",
    "",
  ].join("\n");
}

function renderBlock(block: PageBlock, addressOf: AddressOf, idOf: (journey: string) => string | undefined): string {
  switch (block.kind) {
    case "heading": {
      const id = block.journey === undefined ? undefined : idOf(block.journey);
      const tag = `h${block.level}`;
      return `<${tag}${id === undefined ? "" : ` id="${xmlText(id)}"`}>${line(block.pieces, addressOf)}</${tag}>`;
    }
    case "paragraph":
      return `<p>${line(block.pieces, addressOf)}</p>`;
    case "list":
      return renderItems(block.items, block.isNumbered, addressOf);
    case "table":
      return renderTable(block.head, block.rows, addressOf);
    case "picture":
      return `<div class="picture" tabindex="0">${writeSvg(block.journey)}</div>`;
    case "map":
      return `<div class="picture" tabindex="0">${drawCallMap(block.calls)}</div>`;
    default:
      return block satisfies never;
  }
}

function renderItems(items: readonly Item[], isNumbered: boolean, addressOf: AddressOf): string {
  const tag = isNumbered ? "ol" : "ul";
  const lines = items.map(({ pieces, items: inner = [] }) => {
    const below = inner.length === 0 ? "" : `\n${renderItems(inner, false, addressOf)}`;
    return `<li>${line(pieces, addressOf)}${below}</li>`;
  });
  return `<${tag}>\n${lines.join("\n")}\n</${tag}>`;
}

function renderTable(head: readonly string[], rows: readonly (readonly Pieces[])[], addressOf: AddressOf): string {
  const titles = head.map((title) => `<th scope="col">${xmlText(title)}</th>`).join("");
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${line(cell, addressOf)}</td>`).join("")}</tr>`);
  return `<table>\n<tr>${titles}</tr>\n${lines.join("\n")}\n</table>`;
}

function line(pieces: Pieces, addressOf: AddressOf): string {
  return pieces.map((piece) => renderPiece(piece, addressOf)).join("");
}

function renderPiece(piece: PagePiece, addressOf: AddressOf): string {
  if (typeof piece === "string") {
    // Blanks at the ends separate the text from its neighbours.
    return `${/^\s/.test(piece) ? " " : ""}${xmlText(piece)}${/\s$/.test(piece) && piece.trim() !== "" ? " " : ""}`;
  }
  switch (piece.kind) {
    case "name":
      return `<strong>${xmlText(piece.text)}</strong>`;
    case "code":
      return `<code>${xmlText(piece.text)}</code>`;
    case "quote":
      return `<q>${xmlText(piece.text)}</q>`;
    case "journey": {
      const address = addressOf(piece.id);
      const text = xmlText(piece.id);
      return address === undefined ? `<strong>${text}</strong>` : `<a href="${xmlText(address)}">${text}</a>`;
    }
    default:
      return piece satisfies never;
  }
}
