import type { Picture } from "./picture.js";

/** The overview's largest size on the page. */
const largest = { width: 220, height: 150 };

/** Draws the overview of a picture: its boxes, and a frame around the part that is shown. */
export function drawMap({ width, height, boxes }: Picture): string {
  const rectangles = boxes.map(({ index, vertex, x, y, width: wide, height: high }) => {
    const name = vertex.kind === "node" ? index : vertex.kind;
    return `<rect class="${vertex.kind}" data-box="${name}" x="${x}" y="${y}" width="${wide}" height="${high}"/>`;
  });
  const scale = Math.min(largest.width / width, largest.height / height);
  const size = `width="${Math.ceil(width * scale)}" height="${Math.ceil(height * scale)}"`;
  return `<svg ${size} viewBox="0 0 ${width} ${height}" role="img" aria-label="Overview">${rectangles.join("")}<rect class="frame"/></svg>`;
}
