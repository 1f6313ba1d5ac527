import { shortTypeName } from "../../catalogue/catalogue.js";
import type { GraphVertex } from "../../model/graph.js";
import type { JourneyNode, Target } from "../../model/model.js";
import { outcomeLabels } from "./outcome-label.js";
import { plainText } from "./plain-text.js";
import { textWidth } from "./text-width.js";
import { fitText, type Lettering, wrapText } from "./wrap-text.js";

/** The point where an outcome leaves its box. */
export interface BoxPort {
  readonly outcomeId: string;
  /** The label beside the port; empty where the node has only one outcome. */
  readonly label: string;
  /** The full label, for tooltips. */
  readonly name: string;
  /** Distance from the top of the box. */
  readonly y: number;
  /** `line`: an arrow starts here. `open`: nothing is connected. `foreign` and `far`: the label names the target. */
  readonly kind: PortKind;
}

export type PortKind = "line" | "open" | "foreign" | "far";

/** An inner node inside its page. */
export interface BoxTile {
  readonly node: JourneyNode;
  readonly title: string;
  readonly type: string;
  /** Distance from the top of the box. */
  readonly y: number;
}

/** The content of a box and the least size at which it is drawn. */
export interface NodeBox {
  readonly vertex: GraphVertex;
  readonly width: number;
  readonly height: number;
  /** Distance from the top to the point where arrows enter. */
  readonly entry: number;
  readonly titleLines: readonly string[];
  readonly type: string;
  readonly tiles: readonly BoxTile[];
  readonly ports: readonly BoxPort[];
  readonly portOf: ReadonlyMap<string, BoxPort>;
  /** The height of the part above tiles and outcomes. */
  readonly headHeight: number;
}

/** Sizes of text and boxes; the style sheet of the pictures has the same sizes. */
export const boxStyle = {
  padding: 12,
  title: { size: 13, bold: true, line: 17 },
  type: { size: 11, bold: false, line: 15 },
  label: { size: 12, bold: false, line: 20 },
  tile: { height: 38, gap: 6, title: { size: 12, bold: false }, type: { size: 10, bold: false } },
} as const;

const narrowest = 120;
const widest = 236;
const textRoom = widest - 2 * boxStyle.padding;
const titleLineLimit = 3;

/** Tells how outcomes are shown whose arrows cannot be drawn. */
export type PortKindOf = (outcomeId: string) => PortKind;

/** Measures the box of a vertex. */
export function nodeBox(vertex: GraphVertex, kindOf: PortKindOf): NodeBox {
  switch (vertex.kind) {
    case "node":
      return boxOfNode(vertex, vertex.node, kindOf);
    case "start":
      return terminalBox(vertex, "Start", 78, 36);
    case "success":
      return terminalBox(vertex, "Success", 116, 44);
    case "failure":
      return terminalBox(vertex, "Failure", 116, 44);
    default:
      return vertex satisfies never;
  }
}

function terminalBox(vertex: GraphVertex, title: string, width: number, height: number): NodeBox {
  const y = height / 2;
  const port: BoxPort = { outcomeId: "", label: "", name: "", y, kind: "line" };
  const ports = vertex.kind === "start" ? [port] : [];
  return {
    vertex,
    width,
    height,
    entry: y,
    titleLines: [title],
    type: "",
    tiles: [],
    ports,
    portOf: byOutcome(ports),
    headHeight: height,
  };
}

function boxOfNode(vertex: GraphVertex, node: JourneyNode, kindOf: PortKindOf): NodeBox {
  const titleLines = wrapText(plainText(node.displayName || node.name), textRoom, titleLineLimit, boxStyle.title);
  const type = fitText(typeText(node), textRoom, boxStyle.type);
  const headHeight = 9 + titleLines.length * boxStyle.title.line + boxStyle.type.line + 8;
  const tiles = tilesOf(node, headHeight);
  const tilesEnd = headHeight + tiles.length * (boxStyle.tile.height + boxStyle.tile.gap) + (tiles.length > 0 ? 4 : 0);
  const rows = rowsOf(node, kindOf);
  const isPlain = rows.every(({ label }) => label === "");
  const height = isPlain ? tilesEnd : tilesEnd + rows.length * boxStyle.label.line + 6;
  const ports = rows.map((row, index) => ({
    ...row,
    y: isPlain ? height / 2 : tilesEnd + (index + 0.5) * boxStyle.label.line + 1,
  }));
  const width = Math.ceil(
    [
      ...titleLines.map((line) => drawnWidth(line, boxStyle.title)),
      drawnWidth(type, boxStyle.type),
      ...rows.map(({ label }) => drawnWidth(label, boxStyle.label)),
      ...tiles.map((tile) => tileWidth(tile)),
    ].reduce((most, one) => Math.max(most, one), narrowest),
  );
  const portOf = byOutcome(ports);
  return { vertex, width, height, entry: height / 2, titleLines, type, tiles, ports, portOf, headHeight };
}

function byOutcome(ports: readonly BoxPort[]): ReadonlyMap<string, BoxPort> {
  return new Map(ports.map((port) => [port.outcomeId, port]));
}

function tileWidth({ title, type }: BoxTile): number {
  const { tile, padding } = boxStyle;
  return Math.max(drawnWidth(title, tile.title), drawnWidth(type, tile.type)) + 2 * padding;
}

function drawnWidth(text: string, { size, bold }: Lettering): number {
  return textWidth(text, size, bold) + 2 * boxStyle.padding;
}

function typeText(node: JourneyNode): string {
  return plainText(shortTypeName(node.typeId)) + (node.version === "1.0" ? "" : `@${plainText(node.version)}`);
}

function tilesOf(page: JourneyNode, top: number): readonly BoxTile[] {
  const room = textRoom - 2 * boxStyle.padding;
  return page.children.map((node, index) => ({
    node,
    title: fitText(plainText(node.displayName || node.name), room, boxStyle.tile.title),
    type: fitText(typeText(node), room, boxStyle.tile.type),
    y: top + index * (boxStyle.tile.height + boxStyle.tile.gap),
  }));
}

function rowsOf(node: JourneyNode, kindOf: PortKindOf): readonly Omit<BoxPort, "y">[] {
  const targets = new Map(node.connections.map(({ outcomeId, target }) => [outcomeId, target]));
  return outcomeLabels(node).map(({ id, label }) => {
    const target = targets.get(id);
    const kind = target === undefined ? "open" : target.kind === "foreign" ? "foreign" : kindOf(id);
    const name = plainText(label);
    const shown = kind === "foreign" || kind === "far" ? `${name} → ${targetText(target)}`.trim() : name;
    return { outcomeId: id, name, kind, label: fitText(shown, textRoom, boxStyle.label) };
  });
}

function targetText(target: Target | undefined): string {
  if (target === undefined) return "";
  return plainText(target.kind === "node" ? target.name : target.kind === "foreign" ? `? ${target.id}` : target.kind);
}
