import { GridParts } from "../layout/grid-parts.js";
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
  readonly #columnOf: readonly number[];

  constructor(boxes: readonly NodeBox[], columnOf: readonly number[]) {
    super();
    this.#boxes = boxes;
    this.#columnOf = columnOf;
    for (const { height } of boxes) this.add({ height, lane: false });
  }

  /** Puts a vertex into its column, below those that are there. */
  place(vertex: number): void {
    this.put(vertex, this.#columnOf[vertex] ?? 0);
  }

  addLane(lane: Lane): void {
    if (lane.back) this.#addBack(lane);
    else this.#addAhead(lane);
  }

  #addAhead(lane: Lane): void {
    const items = this.#chain(lane.first, lane.last);
    const { target } = lane;
    const enters = this.#boxes[target]?.entry ?? 0;
    const last = items.at(-1);
    if (last !== undefined) this.join(last, laneMiddle, target, enters);
    for (const edge of lane.edges) {
      const through = items[(this.#columnOf[edge.from] ?? 0) + 1 - lane.first];
      const leaves = this.#leaves(edge.from, edge.connection.outcomeId);
      if (through === undefined) this.join(edge.from, leaves, target, enters);
      else this.join(edge.from, leaves, through, laneMiddle);
    }
    this.lanes.push({ lane, first: lane.first, items });
  }

  #addBack(lane: Lane): void {
    const before = lane.first - 1;
    const items = this.#chain(before, lane.last + 1);
    const [head, tail] = [items[0], items.at(-1)];
    for (const turn of [head, tail]) if (turn !== undefined) this.turns.add(turn);
    if (head !== undefined) this.join(head, laneMiddle, lane.target, this.#boxes[lane.target]?.entry ?? 0);
    for (const edge of lane.edges) {
      const through = items[(this.#columnOf[edge.from] ?? 0) + 1 - before];
      const leaves = this.#leaves(edge.from, edge.connection.outcomeId);
      if (through !== undefined) this.join(edge.from, leaves, through, laneMiddle);
    }
    this.lanes.push({ lane, first: lane.first, items: items.slice(1, -1) });
  }

  #chain(first: number, last: number): readonly number[] {
    const items: number[] = [];
    for (let column = first; column <= last; column++) {
      const item = this.add({ height: 2 * laneMiddle, lane: true });
      const before = items.at(-1);
      if (before !== undefined) this.join(before, laneMiddle, item, laneMiddle);
      this.put(item, column);
      items.push(item);
    }
    return items;
  }

  #leaves(vertex: number, outcomeId: string): number {
    const box = this.#boxes[vertex];
    return box?.portOf.get(outcomeId)?.y ?? box?.entry ?? 0;
  }
}
