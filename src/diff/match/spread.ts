import type { JourneyNode } from "../../model/model.js";
import type { Pairs } from "./pairs.js";
import type { Wire, Wiring } from "./wiring.js";

export interface Spreading {
  readonly before: Wiring;
  readonly after: Wiring;
  readonly pairs: Pairs<JourneyNode>;
  /** Whether two nodes in corresponding places may be the same node. */
  readonly isSame: (before: JourneyNode, after: JourneyNode) => boolean;
}

type Pair = readonly [JourneyNode, JourneyNode];

/** Follows equal arrows from known pairs to further ones, forwards and backwards. */
export function spread(spreading: Spreading, known: readonly Pair[]): void {
  const open = [...known];
  const { before, after } = spreading;
  if (before.entry && after.entry) pairEnds(spreading, [before.entry], [after.entry], "to", open);
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [left, right] = pair;
    pairEnds(spreading, before.out.get(left) ?? [], after.out.get(right) ?? [], "to", open);
    pairEnds(spreading, before.in.get(left) ?? [], after.in.get(right) ?? [], "from", open);
  }
}

/** Pairs the free ends of arrows, where each side has exactly one free end for the outcome. */
function pairEnds(
  { pairs, isSame }: Spreading,
  before: readonly Wire[],
  after: readonly Wire[],
  end: "from" | "to",
  open: Pair[],
): void {
  const left = freeEnds(before, end, pairs.isFreeBefore);
  const right = freeEnds(after, end, pairs.isFreeAfter);
  for (const [label, node] of left) {
    const other = right.get(label);
    if (node === "several" || other === undefined || other === "several") continue;
    if (isSame(node, other) && pairs.pair(node, other)) open.push([node, other]);
  }
}

function freeEnds(
  wires: readonly Wire[],
  end: "from" | "to",
  isFree: (node: JourneyNode) => boolean,
): ReadonlyMap<string, JourneyNode | "several"> {
  const ends = new Map<string, JourneyNode | "several">();
  for (const wire of wires) {
    const node = wire[end];
    if (node === undefined || typeof node === "string" || !isFree(node)) continue;
    const known = ends.get(wire.label);
    ends.set(wire.label, known === undefined || known === node ? node : "several");
  }
  return ends;
}
