import { drawText } from "./draw-text.js";
import { fullName, type Mark, markSigns } from "./mark.js";
import { type BoxPort, type BoxTile, boxStyle } from "./node-box.js";
import type { PictureBox } from "./picture.js";
import type { Lettering } from "./wrap-text.js";
import { xmlText } from "./xml-text.js";

/** Options for drawing boxes. */
export interface BoxDrawing {
  readonly marks: ReadonlyMap<string, Mark>;
  /** In an HTML page, boxes can be reached by keyboard and have labels; in a plain picture they have tooltips only. */
  readonly interactive: boolean;
}

/** Draws one box and everything inside it. */
export function drawBox(box: PictureBox, drawing: BoxDrawing): string {
  const { vertex } = box;
  switch (vertex.kind) {
    case "node":
      return drawNode(box, drawing);
    case "start":
      return drawTerminal(box, "start", "");
    case "success":
      return drawTerminal(box, "success", "m20 22 5 5 9-10");
    case "failure":
      return drawTerminal(box, "failure", "m21 16 12 12m0-12-12 12");
    default:
      return vertex satisfies never;
  }
}

function drawTerminal(box: PictureBox, kind: string, sign: string): string {
  const { x, y, width, height, titleLines } = box;
  const middle = sign === "" ? width / 2 : width / 2 + 13;
  return [
    `<g class="${kind}" transform="translate(${x} ${y})">`,
    rectangle(width, height, height / 2),
    sign === "" ? "" : `<path class="sign" d="${sign}"/>`,
    `<text class="title" x="${middle}" y="${height / 2 + 4.5}" text-anchor="middle">${xmlText(titleLines[0] ?? "")}</text>`,
    "</g>",
  ].join("");
}

function drawNode(box: PictureBox, drawing: BoxDrawing): string {
  const { x, y, width, height, titleLines, type, ports, tiles, vertex } = box;
  if (vertex.kind !== "node") return "";
  const { node } = vertex;
  const mark = drawing.marks.get(fullName(node));
  const kind = `node${node.children.length > 0 ? " page" : ""}${box.reached ? "" : " unreached"}`;
  const title = `${node.displayName || node.name}: ${node.typeId} ${node.version}${box.reached ? "" : ", never reached"}`;
  return [
    `<g class="${kind}${mark ? ` ${mark}` : ""}" transform="translate(${x} ${y})"${reach(box.index, title, mark, drawing)}>`,
    `<title>${xmlText(mark ? `${title} (${mark})` : title)}</title>`,
    rectangle(width, height, 8),
    ...titleLines.map((line, index) => textAt("title", 22 + index * boxStyle.title.line, line, width, boxStyle.title)),
    textAt("type", 21 + titleLines.length * boxStyle.title.line, type, width, boxStyle.type),
    ...tiles.map((tile) => drawTile(tile, width, drawing)),
    ...drawPorts(ports, width),
    mark ? badge(mark) : "",
    "</g>",
  ].join("");
}

function reach(index: number, title: string, mark: Mark | undefined, { interactive }: BoxDrawing): string {
  if (!interactive) return "";
  const label = xmlText(mark ? `${title}, ${mark}` : title);
  return ` tabindex="0" role="button" aria-label="${label}" data-node="${index}"`;
}

function drawTile({ node, title, type, y }: BoxTile, pageWidth: number, drawing: BoxDrawing): string {
  const mark = drawing.marks.get(fullName(node));
  const width = pageWidth - 2 * boxStyle.padding;
  return [
    `<g class="tile${mark ? ` ${mark}` : ""}" transform="translate(${boxStyle.padding} ${y})">`,
    `<title>${xmlText(`${node.displayName || node.name}: ${node.typeId} ${node.version}`)}</title>`,
    rectangle(width, boxStyle.tile.height, 5),
    textAt("title", 16, title, width, boxStyle.tile.title),
    textAt("type", 30, type, width, boxStyle.tile.type),
    mark ? badge(mark) : "",
    "</g>",
  ].join("");
}

function drawPorts(ports: readonly BoxPort[], width: number): readonly string[] {
  const [first] = ports;
  const isLabelled = ports.some(({ label }) => label !== "");
  const top = first === undefined ? 0 : first.y - boxStyle.label.line / 2 - 1;
  return [
    isLabelled ? `<path class="rule" d="M0 ${top}H${width}"/>` : "",
    ...ports.map(({ label, name, y, kind }) => {
      const text = label === "" ? "" : labelAt(y + 4, label, width);
      const full = label === name || name === "" ? "" : `<title>${xmlText(name)}</title>`;
      const said = kind === "open" ? `<title>${xmlText(`${name || "outcome"} is not connected`)}</title>` : full;
      return `<g class="outcome">${said}${text}<circle class="port ${kind}" cx="${width}" cy="${y}" r="3.5"/></g>`;
    }),
  ];
}

function badge(mark: Mark): string {
  return `<g class="badge"><circle r="9"/><text y="4.5" text-anchor="middle">${markSigns[mark]}</text></g>`;
}

function rectangle(width: number, height: number, radius: number): string {
  return `<rect class="box" width="${width}" height="${height}" rx="${radius}"/>`;
}

function textAt(kind: string, y: number, text: string, boxWidth: number, lettering: Lettering): string {
  return drawText({ kind, x: boxStyle.padding, y, text, room: boxWidth - 2 * boxStyle.padding, lettering });
}

function labelAt(y: number, text: string, boxWidth: number): string {
  const { padding, label } = boxStyle;
  return drawText({ x: boxWidth - padding, y, text, room: boxWidth - 2 * padding, lettering: label, anchor: "end" });
}
