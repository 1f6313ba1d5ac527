import { GridParts } from "../../layout/grid-parts.js";
import type { GraphEdge } from "../../model/graph.js";
import type { Lane } from "./lanes.js";
import type { NodeBox } from "./node-box.js";

/** The items of a lane, one for each column; `first` is the column of the first item. */
export interface LaneItems {
  readonly lane: Lane;
  readonly first: number;
  readonly items: readonly number[];
}

/** Half the height that a lane takes in a column. */
export const laneMiddle = 4;

/**
 * The grid for a picture: boxes with their real sizes, and the lanes of all arrows. A lane that leads back has one more
 * item at each end, without height. They turn a loop into links between neighbouring columns, which are the only links
 * that the layout knows.
 */
export class PictureGrid extends GridParts {
  readonly lanes: LaneItems[] = [];
  /** The items that exist only to turn a loop. */
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
