import type { Edge, Name, OutcomeReference } from "../../syntax/ast.js";
import { commentsAround, homelessComments } from "./comments-inside.js";
import type { Merging } from "./merging.js";

/** One outcome of an edge with its target. The only outcome of a node has no name. */
interface Arrow {
  readonly key: string;
  readonly edge: Edge;
  readonly outcome: OutcomeReference | undefined;
}

function arrowsOf(edges: readonly Edge[]): readonly Arrow[] {
  return edges.flatMap((edge): readonly Arrow[] =>
    edge.outcomes.length === 0
      ? [{ key: "", edge, outcome: undefined }]
      : edge.outcomes.map((outcome) => ({ key: keyOf(outcome), edge, outcome })),
  );
}

function keyOf({ child, outcome }: OutcomeReference): string {
  return JSON.stringify(child === undefined ? [outcome.text] : [child.text, outcome.text]);
}

/** The arrows of a merged node, and the comments of arrows where there are none any more. */
interface MergedEdges {
  readonly edges: readonly Edge[];
  readonly homeless: readonly string[];
}

/**
 * Merges the arrows of a node outcome by outcome, whatever their grouping. The grouping of ours is kept; an outcome
 * that now leads elsewhere leaves its group.
 */
export function mergeEdges(
  merging: Merging,
  where: string,
  base: readonly Edge[],
  ours: readonly Edge[],
  theirs: readonly Edge[],
): MergedEdges {
  const arrowTable = (edges: readonly Edge[]): Arrows => new Map(arrowsOf(edges).map((arrow) => [arrow.key, arrow]));
  const [before, left, right] = [arrowTable(base), arrowTable(ours), arrowTable(theirs)];
  const decide = new EdgeDecision(merging, where, before, left, right);
  const merged = ours.flatMap((edge) => decide.ofOurs(edge, base, theirs));
  const edges = [...merged, ...theirs.flatMap((edge) => decide.addedBy(edge))];
  const of = (list: readonly Edge[]) => list.flatMap((edge) => commentsAround(merging.comments.around(edge)));
  const homeless = homelessComments(of(base), of(ours), of(theirs), of(edges));
  const [first] = edges;
  if (first === undefined) return { edges, homeless };
  for (const text of homeless) merging.addComment(first, text);
  return { edges, homeless: [] };
}

type Arrows = ReadonlyMap<string, Arrow>;

class EdgeDecision {
  readonly #merging: Merging;
  readonly #where: string;
  readonly #before: Arrows;
  readonly #left: Arrows;
  readonly #right: Arrows;
  /** The edges of theirs whose new comments have been taken over. */
  readonly #adopted = new Set<Edge>();

  constructor(merging: Merging, where: string, before: Arrows, left: Arrows, right: Arrows) {
    this.#merging = merging;
    this.#where = where;
    this.#before = before;
    this.#left = left;
    this.#right = right;
  }

  /** The edges that replace an edge of ours: itself, or one for each target that its outcomes now have. */
  ofOurs(edge: Edge, base: readonly Edge[], theirs: readonly Edge[]): readonly Edge[] {
    const arrows = arrowsOf([edge]);
    const conflicts: string[] = [];
    const groups = new Map<string, { target: Name | undefined; outcomes: OutcomeReference[] }>();
    for (const arrow of arrows) {
      const target = this.#targetOf(arrow, conflicts);
      if (target === "gone") continue;
      const key = sameTarget(target);
      const group = groups.get(key) ?? { target, outcomes: [] };
      if (arrow.outcome !== undefined) group.outcomes.push(arrow.outcome);
      groups.set(key, group);
    }
    const [first, ...others] = [...groups.values()].map(
      ({ target, outcomes }): Edge => ({ ...edge, outcomes, target }),
    );
    if (first === undefined) return [];
    const partnersIn = (edges: readonly Edge[]) => edges.filter((other) => sharesOutcome(other, edge));
    const partners = partnersIn(theirs);
    const fresh = partners.filter((other) => !this.#adopted.has(other));
    for (const other of fresh) this.#adopted.add(other);
    this.#merging.adopt({ base: partnersIn(base), ours: edge, theirs: partners }, first, fresh);
    for (const message of conflicts) this.#merging.mark(first, this.#where, message);
    return [first, ...others];
  }

  #targetOf(arrow: Arrow, conflicts: string[]): Name | undefined | "gone" {
    const before = this.#before.get(arrow.key);
    const right = this.#right.get(arrow.key);
    const ours = arrow.edge.target;
    if (right === undefined) {
      if (before === undefined) return ours;
      if (sameTarget(before.edge.target) === sameTarget(ours)) return "gone";
      conflicts.push(`theirs removed ${labelOf(arrow)}, ours changed it`);
      return ours;
    }
    const theirs = right.edge.target;
    if (sameTarget(ours) === sameTarget(theirs)) return ours;
    if (before !== undefined && sameTarget(before.edge.target) === sameTarget(theirs)) return ours;
    if (before !== undefined && sameTarget(before.edge.target) === sameTarget(ours)) return theirs;
    const was = before === undefined ? "" : ` (base: ${shown(before.edge.target)})`;
    conflicts.push(`${labelOf(arrow)} leads to ${shown(theirs)} in theirs, to ${shown(ours)} in ours${was}`);
    return ours;
  }

  /** The edges that only theirs has: new ones, and those that ours removed and theirs changed. */
  addedBy(edge: Edge): readonly Edge[] {
    const missing = arrowsOf([edge]).filter(({ key }) => !this.#left.has(key));
    const changed = missing.filter(({ key }) => {
      const before = this.#before.get(key);
      return before !== undefined && sameTarget(before.edge.target) !== sameTarget(edge.target);
    });
    const added = missing.filter(({ key }) => !this.#before.has(key) || changed.some((arrow) => arrow.key === key));
    if (added.length === 0) return [];
    const result: Edge = {
      ...edge,
      outcomes: added.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])),
    };
    this.#merging.adopt({ base: undefined, ours: undefined, theirs: edge }, result);
    for (const arrow of changed) {
      this.#merging.mark(result, this.#where, `ours removed ${labelOf(arrow)}, theirs changed it`);
    }
    return [result];
  }
}

function sharesOutcome(left: Edge, right: Edge): boolean {
  if (left.outcomes.length === 0) return right.outcomes.length === 0;
  const keys = new Set(left.outcomes.map(keyOf));
  return right.outcomes.some((outcome) => keys.has(keyOf(outcome)));
}

function sameTarget(target: Name | undefined): string {
  return JSON.stringify([target?.text, target?.quoted]);
}

function shown(target: Name | undefined): string {
  return target?.quoted ? JSON.stringify(target.text) : (target?.text ?? "nowhere");
}

function labelOf({ outcome }: Arrow): string {
  if (outcome === undefined) return "the outcome";
  return outcome.child === undefined ? outcome.outcome.text : `${outcome.child.text}.${outcome.outcome.text}`;
}
