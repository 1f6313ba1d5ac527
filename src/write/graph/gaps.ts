import { type Net, orderTracks } from "./order-tracks.js";
import type { RouteStep } from "./route.js";

/** A step of a line, and the target that the line leads to. */
export interface GapStep {
  readonly target: number;
  readonly step: RouteStep;
}

/** The tracks of one gap, by target. */
export type GapTracks = ReadonlyMap<number, number>;

interface GrowingNet extends Net {
  readonly left: Set<number>;
  readonly right: Set<number>;
}

/** Collects all lines of each gap into nets and chooses the nets' tracks; by column. */
export function tracksOfGaps(steps: readonly GapStep[], columns: number): readonly GapTracks[] {
  const gaps = Array.from({ length: columns }, () => new Map<number, GrowingNet>());
  for (const { target, step } of steps) {
    const nets = gaps[step.gap];
    let net = nets?.get(target);
    if (!net) {
      net = { target, left: new Set(), right: new Set() };
      nets?.set(target, net);
    }
    net[step.from.side].add(step.from.y);
    net[step.to.side].add(step.to.y);
  }
  return gaps.map((nets) => orderTracks([...nets.values()]));
}
