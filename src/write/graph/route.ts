/** One step of a line: through the gap behind a column, from one height to another. */
export interface RouteStep {
  /** The column left of the gap. */
  readonly gap: number;
  readonly from: Pin;
  readonly to: Pin;
}

/** Where a line meets a gap. */
export interface Pin {
  readonly side: "left" | "right";
  readonly y: number;
}

/** What the lines of one lane have in common. */
export interface LaneCourse {
  readonly back: boolean;
  readonly targetColumn: number;
  /** The height at which the target is entered. */
  readonly entry: number;
  /** The height of the lane in a column. */
  readonly laneAt: (column: number) => number;
}

/** The one step that an arrow has of its own: from its port to the lane, or to a target in the next column. */
export function ownStep(course: LaneCourse, column: number, y: number): RouteStep {
  const from: Pin = { side: "left", y };
  if (course.back) return { gap: column, from, to: { side: "left", y: course.laneAt(column) } };
  return { gap: column, from, to: { side: "right", y: heightAhead(course, column + 1) } };
}

/** The column in which an arrow joins its lane; the target's own where there is no lane between. */
export function joinColumn({ back }: LaneCourse, column: number): number {
  return back ? column : column + 1;
}

/** The step that leads a lane out of one of its columns, and so on to its target. */
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
