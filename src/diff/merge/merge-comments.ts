import type { CommentTable } from "../../format/comments.js";

/** The three versions of a node that own comments; `undefined` where a side does not have the node. */
export interface Owners {
  readonly base: object | undefined;
  readonly ours: object | undefined;
  readonly theirs: object | undefined;
}

/**
 * Gives a node of the merged tree the comments of all sides: those of ours that theirs did not remove, and those that
 * theirs added. Comments never conflict: two different ones both stay.
 */
export function mergeComments(table: CommentTable, owners: Owners, into: object): void {
  const around = pick(owners, (owner) => table.around(owner));
  const inside = pick(owners, (owner) => table.inside(owner));
  if (around.ours ?? around.theirs) {
    const target = table.addAround(into);
    const leading = merged(around, ({ leading: list }) => list);
    const trailing = merged(around, (each) => each.trailing.map(textOf));
    const following = merged(around, (each) => each.following.map(textOf));
    target.leading.splice(0, target.leading.length, ...leading);
    target.trailing.splice(0, target.trailing.length, ...trailing.map(({ text }) => text));
    target.following.splice(0, target.following.length, ...following.map(({ text }) => text));
  }
  if (inside.ours ?? inside.theirs) {
    const opening = merged(inside, (each) => each.opening.map(textOf));
    const dangling = merged(inside, (each) => each.dangling);
    if (opening.length + dangling.length > 0) {
      const target = table.addInside(into);
      target.opening.splice(0, target.opening.length, ...opening.map(({ text }) => text));
      target.dangling.splice(0, target.dangling.length, ...dangling);
    }
  }
  const before = owners.ours ?? owners.theirs;
  if (before !== undefined && table.hasBlankBefore(before)) table.addBlankBefore(into);
}

interface Three<T> {
  readonly base: T | undefined;
  readonly ours: T | undefined;
  readonly theirs: T | undefined;
}

function pick<T>(owners: Owners, find: (owner: object) => T | undefined): Three<T> {
  const of = (owner: object | undefined) => (owner === undefined ? undefined : find(owner));
  return { base: of(owners.base), ours: of(owners.ours), theirs: of(owners.theirs) };
}

function textOf(text: string): { readonly text: string } {
  return { text };
}

function merged<T, C extends { readonly text: string }>(sides: Three<T>, commentsOf: (side: T) => readonly C[]): C[] {
  const list = (side: T | undefined) => (side === undefined ? [] : commentsOf(side));
  const [base, ours, theirs] = [list(sides.base), list(sides.ours), list(sides.theirs)];
  const before = textsOf(base);
  const left = textsOf(ours);
  const right = textsOf(theirs);
  const kept = ours.filter(({ text }) => right.has(text) || !before.has(text));
  return [...kept, ...theirs.filter(({ text }) => !before.has(text) && !left.has(text))];
}

function textsOf(comments: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(comments.map(({ text }) => text));
}
