/** One step of a route: through the gap behind a column, from one height to another. */
export interface RouteStep {
  /** The column left of the gap. */
  readonly gap: number;
  readonly from: { readonly side: "left" | "right"; readonly y: number };
  readonly to: { readonly side: "left" | "right"; readonly y: number };
}

/** The ends of a route and the heights of its lane. */
export interface RouteEnds {
  readonly fromColumn: number;
  readonly fromY: number;
  readonly toColumn: number;
  readonly toY: number;
  readonly back: boolean;
  /** The height of the lane in a column. */
  readonly laneAt: (column: number) => number;
}

/** The steps of an arrow: to the right gap by gap, or around by the lane that leads back. */
export function routeSteps(ends: RouteEnds): readonly RouteStep[] {
  return ends.back ? stepsBack(ends) : stepsAhead(ends);
}

function stepsAhead({ fromColumn, fromY, toColumn, toY, laneAt }: RouteEnds): readonly RouteStep[] {
  const steps: RouteStep[] = [];
  let y = fromY;
  for (let gap = fromColumn; gap < toColumn; gap++) {
    const next = gap + 1 === toColumn ? toY : laneAt(gap + 1);
    steps.push({ gap, from: { side: "left", y }, to: { side: "right", y: next } });
    y = next;
  }
  return steps;
}

function stepsBack({ fromColumn, fromY, toColumn, toY, laneAt }: RouteEnds): readonly RouteStep[] {
  let y = laneAt(fromColumn);
  const steps: RouteStep[] = [{ gap: fromColumn, from: { side: "left", y: fromY }, to: { side: "left", y } }];
  for (let gap = fromColumn - 1; gap >= toColumn; gap--) {
    const next = laneAt(gap);
    steps.push({ gap, from: { side: "right", y }, to: { side: "left", y: next } });
    y = next;
  }
  return [...steps, { gap: toColumn - 1, from: { side: "right", y }, to: { side: "right", y: toY } }];
}
