import type { GraphEdge } from "../../model/graph.js";
import type { Coordinates } from "../../model/model.js";
import type { NodeBox } from "./node-box.js";

/** A journey with everything in its place, ready to be drawn as SVG or HTML. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly arrows: readonly PictureArrow[];
  readonly trunks: readonly PictureTrunk[];
}

export interface PictureBox extends NodeBox {
  /** The index of the vertex in the journey's graph. */
  readonly index: number;
  /** Whether some path from the start leads here. */
  readonly reached: boolean;
  readonly x: number;
  readonly y: number;
}

/**
 * The part of an arrow that it does not share: from its port to the shared line, or to its target in the next column.
 */
export interface PictureArrow {
  readonly edge: GraphEdge;
  readonly label: string;
  /** Whether the arrow closes a loop. */
  readonly back: boolean;
  /** The column where the arrow joins the shared line. */
  readonly column: number;
  /** The corners of the line; all its parts are horizontal or vertical. */
  readonly points: readonly Coordinates[];
}

/** A part of the line that all arrows to one target share; it is drawn once. */
export interface PictureTrunk {
  readonly target: number;
  readonly back: boolean;
  /** The column where the part begins. */
  readonly column: number;
  readonly points: readonly Coordinates[];
}
