import type { CommentTable } from "../../format/comments.js";

/** The three versions of what owns comments: none where a side does not have it, several where it was put together of several. */
export interface Owners {
  readonly base: Owner;
  readonly ours: Owner;
  readonly theirs: Owner;
}

type Owner = object | readonly object[] | undefined;

/**
 * Gives a node of the merged tree the comments of all sides: those of ours that theirs did not remove, and those that
 * theirs added. Comments never conflict: two different ones both stay.
 */
export function mergeComments(table: CommentTable, owners: Owners, into: object, fresh?: Owner): void {
  mergeAround(table, owners, into, fresh);
  mergeInside(table, owners, into);
  const [before] = [...listOf(owners.ours), ...listOf(owners.theirs)];
  if (before !== undefined && table.hasBlankBefore(before)) table.addBlankBefore(into);
}

/** The same for the comments around it alone. Of theirs, only those of `fresh` are added. */
export function mergeAround(table: CommentTable, owners: Owners, into: object, fresh: Owner = owners.theirs): void {
  const sides = pick(owners, fresh, (owner) => table.around(owner));
  if (sides.ours.length + sides.fresh.length === 0) return;
  const leading = merged(sides, ({ leading: list }) => list);
  const trailing = merged(sides, (each) => each.trailing.map(textOf));
  const following = merged(sides, (each) => each.following.map(textOf));
  const target = table.addAround(into);
  target.leading.splice(0, target.leading.length, ...leading);
  target.trailing.splice(0, target.trailing.length, ...trailing.map(({ text }) => text));
  target.following.splice(0, target.following.length, ...following.map(({ text }) => text));
}

/** The same for the comments inside it that belong to none of its members. */
export function mergeInside(table: CommentTable, owners: Owners, into: object): void {
  const sides = pick(owners, owners.theirs, (owner) => table.inside(owner));
  const opening = merged(sides, (each) => each.opening.map(textOf));
  const dangling = merged(sides, (each) => each.dangling);
  if (opening.length + dangling.length === 0) return;
  const target = table.addInside(into);
  target.opening.splice(0, target.opening.length, ...opening.map(({ text }) => text));
  target.dangling.splice(0, target.dangling.length, ...dangling);
}

interface Sides<T> {
  readonly base: readonly T[];
  readonly ours: readonly T[];
  readonly theirs: readonly T[];
  readonly fresh: readonly T[];
}

function pick<T>({ base, ours, theirs }: Owners, fresh: Owner, find: (owner: object) => T | undefined): Sides<T> {
  const of = (owner: Owner) => listOf(owner).flatMap((each) => find(each) ?? []);
  return { base: of(base), ours: of(ours), theirs: of(theirs), fresh: of(fresh) };
}

function listOf(owner: Owner): readonly object[] {
  if (owner === undefined) return [];
  return Array.isArray(owner) ? (owner as readonly object[]) : [owner];
}

function textOf(text: string): { readonly text: string } {
  return { text };
}

function merged<T, C extends { readonly text: string }>(sides: Sides<T>, commentsOf: (side: T) => readonly C[]): C[] {
  const [base, ours, theirs, fresh] = [sides.base, sides.ours, sides.theirs, sides.fresh].map((side) =>
    side.flatMap(commentsOf),
  ) as [C[], C[], C[], C[]];
  const before = textsOf(base);
  const left = textsOf(ours);
  const right = textsOf(theirs);
  const kept = ours.filter(({ text }) => right.has(text) || !before.has(text));
  return [...kept, ...fresh.filter(({ text }) => !before.has(text) && !left.has(text))];
}

function textsOf(comments: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(comments.map(({ text }) => text));
}
