import { expect, test } from "vitest";
import { JoinedComments } from "../../../src/diff/merge/joined-comments.js";
import { Merging } from "../../../src/diff/merge/merging.js";

test("a member is untouched where it says the same with the same comments around it", () => {
  const comments = new JoinedComments([]);
  const merging = new Merging(comments);
  const member = (value: number, ...texts: readonly [string?, string?, string?]) => {
    const [leading, trailing, following] = texts;
    const made = { kind: "x", value };
    if (leading !== undefined) comments.addAround(made).leading.push({ text: leading, blankAfter: false });
    if (trailing !== undefined) comments.addAround(made).trailing.push(trailing);
    if (following !== undefined) comments.addAround(made).following.push(following);
    return made;
  };
  expect(merging.isUntouched(member(1), member(1))).toBe(true);
  expect(merging.isUntouched(member(1), member(2))).toBe(false);
  expect(merging.isUntouched(member(1, "a", "b", "c"), member(1, "a", "b", "c"))).toBe(true);
  expect(merging.isUntouched(member(1, "a"), member(1, "b"))).toBe(false);
  expect(merging.isUntouched(member(1, "a"), member(1))).toBe(false);
  expect(merging.isUntouched(member(1, undefined, "a"), member(1, undefined, "b"))).toBe(false);
  expect(merging.isUntouched(member(1, undefined, undefined, "a"), member(1, undefined, undefined, "b"))).toBe(false);
  expect(merging.isUntouched(member(1, "a"), member(1, undefined, "a"))).toBe(false);
});

test("a member whose comments are all gone is like one that never had any", () => {
  const comments = new JoinedComments([]);
  const merging = new Merging(comments);
  const [bare, emptied] = [{ kind: "x" }, { kind: "x" }];
  comments.addAround(emptied);
  expect(merging.isUntouched(bare, emptied)).toBe(true);
});

test("a mark stands above the member, in one line each", () => {
  const comments = new JoinedComments([]);
  const merging = new Merging(comments);
  const member = {};
  merging.mark(member, "J / a", "two\nlines", ["base: 1\n2", "theirs: 3"]);
  expect(merging.conflicts).toEqual([{ where: "J / a", message: "two\nlines" }]);
  expect(comments.around(member)?.leading).toEqual([
    { text: "// conflict: two lines", blankAfter: false },
    { text: "//   base: 1 2", blankAfter: false },
    { text: "//   theirs: 3", blankAfter: false },
  ]);
});
