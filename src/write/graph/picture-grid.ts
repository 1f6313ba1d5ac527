import { GridParts } from "../../layout/grid-parts.js";
import type { GraphEdge } from "../../model/graph.js";
import type { Lane } from "./lanes.js";
import type { NodeBox } from "./node-box.js";

/** The items of a lane, by column; `first` is the column of the first one. */
export interface LaneItems {
  readonly lane: Lane;
  readonly first: number;
  readonly items: readonly number[];
}

/** Half the height that a lane takes in a column. */
export const laneMiddle = 4;

/**
 * The grid that the layout engine puts in order: boxes with their real sizes, and the lanes of all arrows. A lane back
 * has one more item at both ends, without height: they turn a loop into links from column to column, which is all that
 * the engine knows.
 */
export class PictureGrid extends GridParts {
  readonly lanes: LaneItems[] = [];
  /** The items that only turn a loop. */
  readonly turns = new Set<number>();
  readonly #boxes: readonly NodeBox[];

  constructor(boxes: readonly NodeBox[], columnOf: readonly number[]) {
    super(
      boxes.map((box) => box.height),
      columnOf,
      2 * laneMiddle,
    );
    this.#boxes = boxes;
  }

  addLane(lane: Lane): void {
    if (lane.back) this.#addBack(lane);
    else this.#addAhead(lane);
  }

  #addAhead(lane: Lane): void {
    const { target, first, edges } = lane;
    const items = this.addLaneItems(first, lane.last);
    this.endLane(items.at(-1), target);
    this.lead(edges, target, items, first);
    this.lanes.push({ lane, first, items });
  }

  #addBack(lane: Lane): void {
    const { target, edges } = lane;
    const before = lane.first - 1;
    const items = this.addLaneItems(before, lane.last + 1);
    const [head, tail] = [items[0], items.at(-1)];
    for (const turn of [head, tail]) if (turn !== undefined) this.turns.add(turn);
    this.endLane(head, target);
    this.lead(edges, target, items, before);
    this.lanes.push({ lane, first: lane.first, items: items.slice(1, -1) });
  }

  protected entry(vertex: number): number {
    return this.#boxes[vertex]?.entry ?? 0;
  }

  protected leaves({ from, connection }: GraphEdge): number {
    return this.#boxes[from]?.portOf.get(connection.outcomeId)?.y ?? this.entry(from);
  }
}
