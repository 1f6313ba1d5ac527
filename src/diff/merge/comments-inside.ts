import type { CommentsAround, CommentTable } from "../../format/comments.js";

/** The texts of all comments inside a part of the tree: those of its brackets, and those around and inside its members. */
export function commentsInside(part: object | undefined, table: CommentTable): readonly string[] {
  if (part === undefined) return [];
  const inside = table.inside(part);
  const own = inside === undefined ? [] : [...inside.opening, ...inside.dangling.map(({ text }) => text)];
  const members = Object.values(part).filter((member) => typeof member === "object" && member !== null) as object[];
  return [
    ...own,
    ...members.flatMap((member) => [...commentsAround(table.around(member)), ...commentsInside(member, table)]),
  ];
}

export function commentsAround(around: CommentsAround | undefined): readonly string[] {
  if (around === undefined) return [];
  return [...around.leading.map(({ text }) => text), ...around.trailing, ...around.following];
}

/** Those of the comments that both sides have, or that are new on one of them, that the merged version has no place for. */
export function homelessComments(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  merged: readonly string[],
): readonly string[] {
  const [before, right, there] = [new Set(base), new Set(theirs), new Set(merged)];
  const kept = ours.filter((text) => right.has(text) || !before.has(text));
  const wanted = new Set([...kept, ...theirs.filter((text) => !before.has(text))]);
  return [...wanted].filter((text) => !there.has(text));
}
