/**
 * All lines between two columns that lead to one target; they share a vertical line. `left` and `right` are the heights
 * at which lines arrive from, or leave to, the columns on both sides.
 */
export interface Net {
  readonly target: number;
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

/** A net with its extent. */
interface Span extends Net {
  readonly top: number;
  readonly bottom: number;
}

/** Lines on top of one another are much worse than lines that cross, and worse than lines that nearly touch. */
const overlapCost = 40;
const touchCost = 20;
/** With more nets than this between two columns, they are ordered by the rule of thumb alone. */
const exactLimit = 120;
const passes = 12;
/** Distance between the vertical lines of two nets in one track. */
const apart = 14;

/**
 * Chooses the track of each net that needs one, from left to right, with few crossings and no lines on top of another.
 */
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

/**
 * A rule of thumb: nets that lead down are further left the lower they end, and nets that lead up the higher they end.
 */
function roughOrder({ left, right, top, bottom }: Span): number {
  const down = mean(right) >= mean(left);
  return down ? -bottom : top;
}

function mean(values: ReadonlySet<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.size === 0 ? 0 : sum / values.size;
}

/** Moves each net to where that saves most, also past others that stand in between, as long as something is saved. */
function improve(ordered: Span[]): void {
  for (let pass = 0; pass < passes; pass++) {
    let changed = false;
    for (let index = 0; index < ordered.length; index++) {
      const place = bestPlace(ordered, index);
      if (place === index) continue;
      ordered.splice(place, 0, ...ordered.splice(index, 1));
      changed = true;
    }
    if (!changed) return;
  }
}

/** The index at which one net costs least while the others stay; the nearest one of several. */
function bestPlace(ordered: readonly Span[], index: number): number {
  const span = ordered[index] as Span;
  let place = index;
  let least = 0;
  for (const step of [-1, 1]) {
    let sum = 0;
    for (let at = index + step; at >= 0 && at < ordered.length; at += step) {
      const other = ordered[at] as Span;
      const saved = cost(span, other) - cost(other, span);
      sum += step < 0 ? saved : -saved;
      if (sum < least) [least, place] = [sum, at];
    }
  }
  return place;
}

/** The cost of the crossings and overlaps of two nets when one vertical line is to the left of the other. */
function cost(left: Span, right: Span): number {
  let sum = 0;
  for (const y of left.right) {
    if (y > right.top && y < right.bottom) sum++;
    for (const other of right.left) {
      const distance = Math.abs(y - other);
      if (distance < 4) sum += distance < 2 ? overlapCost : touchCost;
    }
  }
  for (const y of right.left) if (y > left.top && y < left.bottom) sum++;
  return sum;
}

/** Nets with disjoint heights share a track. */
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
