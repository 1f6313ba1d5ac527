/**
 * All lines between two columns that belong to one target: they share an upright. `left` and `right` are the heights at
 * which lines come in from, or go out to, the columns on both sides.
 */
export interface Net {
  readonly target: number;
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

/** A net, measured. */
interface Span extends Net {
  readonly top: number;
  readonly bottom: number;
}

/** Lines that run on top of one another are far worse than lines that cross. */
const overlapCost = 20;
/** More nets than this between two columns are put in order by rule of thumb alone. */
const exactLimit = 120;
const passes = 12;
/** Uprights of two nets in one track stay this far apart. */
const apart = 14;

/** Chooses the track of every net that needs one, from left to right: few crossings, nothing on top of another. */
export function orderTracks(nets: readonly Net[]): ReadonlyMap<number, number> {
  const spans = nets.map(measure).filter(({ top, bottom }) => top !== bottom);
  const ordered = spans.sort((a, b) => roughOrder(a) - roughOrder(b));
  if (ordered.length <= exactLimit) improve(ordered);
  return shareTracks(ordered);
}

function measure(net: Net): Span {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const pins of [net.left, net.right]) {
    for (const y of pins) {
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { ...net, top, bottom };
}

/** What leads down goes left the sooner the lower it is, what leads up the sooner the higher it is. */
function roughOrder({ left, right, top, bottom }: Span): number {
  const down = mean(right) >= mean(left);
  return down ? -bottom : top;
}

function mean(values: ReadonlySet<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.size === 0 ? 0 : sum / values.size;
}

/** Exchanges neighbours as long as that saves crossings. */
function improve(ordered: Span[]): void {
  for (let pass = 0; pass < passes; pass++) {
    let changed = false;
    for (let index = 1; index < ordered.length; index++) {
      const [left, right] = [ordered[index - 1], ordered[index]];
      if (!left || !right || cost(right, left) >= cost(left, right)) continue;
      ordered[index - 1] = right;
      ordered[index] = left;
      changed = true;
    }
    if (!changed) return;
  }
}

/** How badly the lines of two nets meet when one upright stands left of the other. */
function cost(left: Span, right: Span): number {
  let sum = 0;
  for (const y of left.right) {
    if (y > right.top && y < right.bottom) sum++;
    for (const other of right.left) if (Math.abs(y - other) < 4) sum += overlapCost;
  }
  for (const y of right.left) if (y > left.top && y < left.bottom) sum++;
  return sum;
}

/** Nets whose heights have nothing in common stand in one track. */
function shareTracks(ordered: readonly Span[]): ReadonlyMap<number, number> {
  const tracks = new Map<number, number>();
  const placed: Span[] = [];
  for (const span of ordered) {
    let track = 0;
    if (ordered.length > exactLimit) track = placed.length;
    else {
      for (const other of placed) {
        const meet = span.top < other.bottom + apart && other.top < span.bottom + apart;
        if (meet) track = Math.max(track, (tracks.get(other.target) ?? 0) + 1);
      }
    }
    tracks.set(span.target, track);
    placed.push(span);
  }
  return tracks;
}
