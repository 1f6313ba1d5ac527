/** One step of a line: through the gap after a column, from one height to another. */
export interface RouteStep {
  /** The column to the left of the gap. */
  readonly gap: number;
  readonly from: Pin;
  readonly to: Pin;
}

/** The point where a line meets a gap. */
export interface Pin {
  readonly side: "left" | "right";
  readonly y: number;
}

/** The data that all lines of a lane share. */
export interface LaneCourse {
  readonly back: boolean;
  readonly targetColumn: number;
  /** The height at which lines enter the target. */
  readonly entry: number;
  /** The height of the lane in a column. */
  readonly laneAt: (column: number) => number;
}

/** The step that an arrow does not share: from its port to the lane, or to a target in the next column. */
export function ownStep(course: LaneCourse, column: number, y: number): RouteStep {
  const from: Pin = { side: "left", y };
  if (course.back) return { gap: column, from, to: { side: "left", y: course.laneAt(column) } };
  return { gap: column, from, to: { side: "right", y: heightAhead(course, column + 1) } };
}

/** The column in which an arrow joins its lane; the target's column where there is no lane in between. */
export function joinColumn({ back }: LaneCourse, column: number): number {
  return back ? column : column + 1;
}

/** The step that leads a lane out of one of its columns. */
export function laneStep(course: LaneCourse, column: number): RouteStep {
  const { back, targetColumn, entry, laneAt } = course;
  const y = laneAt(column);
  if (!back)
    return { gap: column, from: { side: "left", y }, to: { side: "right", y: heightAhead(course, column + 1) } };
  const from: Pin = { side: "right", y };
  if (column === targetColumn) return { gap: column - 1, from, to: { side: "right", y: entry } };
  return { gap: column - 1, from, to: { side: "left", y: laneAt(column - 1) } };
}

function heightAhead({ targetColumn, entry, laneAt }: LaneCourse, column: number): number {
  return column === targetColumn ? entry : laneAt(column);
}
