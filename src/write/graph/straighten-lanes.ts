import { columnRoom, type Room } from "./column-room.js";
import { type LaneItems, laneMiddle, type PictureGrid } from "./picture-grid.js";

/**
 * Makes each lane as straight as its neighbours allow, one after the other. A lane keeps its height while there is room
 * for it in the next columns, and bends only where there is none.
 */
export function straightenLanes(
  grid: PictureGrid,
  columns: readonly (readonly number[])[],
  tops: number[],
  endsOf: (lane: LaneItems) => { readonly from: number; readonly to: number },
): void {
  const room = columnRoom(grid, columns, tops);
  for (const lane of grid.lanes) {
    const { from, to } = endsOf(lane);
    straighten(lane.items, from - laneMiddle, to - laneMiddle, tops, room);
  }
}

function straighten(
  items: readonly number[],
  from: number,
  to: number,
  tops: number[],
  room: (item: number) => Room,
): void {
  let level = from;
  let begin = 0;
  while (begin < items.length) {
    let least = Number.NEGATIVE_INFINITY;
    let most = Number.POSITIVE_INFINITY;
    let end = begin;
    for (; end < items.length; end++) {
      const next = room(items[end] ?? 0);
      const [narrowLeast, narrowMost] = [Math.max(least, next.least), Math.min(most, next.most)];
      if (narrowLeast > narrowMost && end > begin) break;
      // Where there is no room at all, the present place is as good as any other.
      [least, most] =
        narrowLeast > narrowMost ? [tops[items[end] ?? 0] ?? 0, tops[items[end] ?? 0] ?? 0] : [narrowLeast, narrowMost];
    }
    level = Math.min(most, Math.max(least, end === items.length ? to : level));
    for (let index = begin; index < end; index++) tops[items[index] ?? 0] = level;
    begin = end;
  }
}
