import { describe, expect, test } from "vitest";
import { mergeComments } from "../../../src/diff/merge/merge-comments.js";
import { CommentTable } from "../../../src/format/comments.js";

type Comments = readonly string[];
type Place = "leading" | "trailing" | "following" | "opening" | "dangling";
const places: readonly Place[] = ["leading", "trailing", "following", "opening", "dangling"];

/** A side with comments in one place, or a side that does not have the member at all. */
function add(table: CommentTable, place: Place, comments: Comments | undefined): object | undefined {
  if (comments === undefined) return undefined;
  const owner = {};
  for (const text of comments) {
    if (place === "leading") table.addAround(owner).leading.push({ text, blankAfter: true });
    else if (place === "dangling") table.addInside(owner).dangling.push({ text, blankBefore: true });
    else if (place === "opening") table.addInside(owner).opening.push(text);
    else table.addAround(owner)[place].push(text);
  }
  return owner;
}

function found(table: CommentTable, owner: object) {
  const { leading = [], trailing = [], following = [] } = table.around(owner) ?? {};
  const { opening = [], dangling = [] } = table.inside(owner) ?? {};
  return { leading, trailing, following, opening, dangling };
}

const nothing = { leading: [], trailing: [], following: [], opening: [], dangling: [] };

describe.each(places)("%s comments", (place) => {
  test.each<[string, Comments | undefined, Comments | undefined, Comments | undefined, Comments]>([
    ["nobody has any", [], [], [], []],
    ["ours has a new one", [], ["a"], [], ["a"]],
    ["theirs has a new one", [], [], ["a"], ["a"]],
    ["each has a new one", [], ["a"], ["b"], ["a", "b"]],
    ["both have the same new one", [], ["a"], ["a", "b"], ["a", "b"]],
    ["all have it", ["a"], ["a"], ["a"], ["a"]],
    ["ours removed it", ["a", "b"], ["b"], ["a", "b"], ["b"]],
    ["theirs removed it", ["a", "b"], ["a", "b"], ["b"], ["b"]],
    ["theirs changed it", ["a"], ["a"], ["b"], ["b"]],
    ["both changed it", ["a"], ["b"], ["c"], ["b", "c"]],
    ["the member is new here", undefined, ["a"], undefined, ["a"]],
    ["the member is new there", undefined, undefined, ["a"], ["a"]],
    ["the member is new on both sides", undefined, ["a"], ["b"], ["a", "b"]],
    ["the member is gone there", ["a"], ["a", "b"], undefined, ["b"]],
  ])("%s", (_what, base, ours, theirs, expected) => {
    const table = new CommentTable();
    const owners = { base: add(table, place, base), ours: add(table, place, ours), theirs: add(table, place, theirs) };
    const into = {};
    mergeComments(table, owners, into);
    const list = {
      leading: expected.map((text) => ({ text, blankAfter: true })),
      dangling: expected.map((text) => ({ text, blankBefore: true })),
    };
    const there = place === "leading" || place === "dangling" ? list[place] : expected;
    expect(found(table, into)).toEqual({ ...nothing, [place]: there });
  });
});

test("where nobody has comments, none are looked after", () => {
  const table = new CommentTable();
  const into = {};
  mergeComments(table, { base: {}, ours: {}, theirs: {} }, into);
  expect(table.around(into)).toBeUndefined();
  expect(table.inside(into)).toBeUndefined();
  expect(table.hasBlankBefore(into)).toBe(false);
});

test("a block whose comments are all gone is no place for comments", () => {
  const table = new CommentTable();
  const side = () => {
    const owner = {};
    table.addInside(owner);
    return owner;
  };
  const into = {};
  mergeComments(table, { base: side(), ours: side(), theirs: side() }, into);
  expect(table.inside(into)).toBeUndefined();
});

test("what is merged into itself keeps what all have", () => {
  const table = new CommentTable();
  const ours = add(table, "leading", ["a", "b"])!;
  mergeComments(
    table,
    { base: add(table, "leading", ["a", "b"]), ours, theirs: add(table, "leading", ["b", "c"]) },
    ours,
  );
  expect(table.around(ours)?.leading.map(({ text }) => text)).toEqual(["b", "c"]);
});

test.each<[string, boolean | undefined, boolean | undefined, boolean]>([
  ["ours", true, false, true],
  ["ours, not theirs", false, true, false],
  ["theirs where ours has no such member", undefined, true, true],
])("a blank line stands where it stands in %s", (_what, inOurs, inTheirs, expected) => {
  const table = new CommentTable();
  const side = (isBlank: boolean | undefined) => {
    if (isBlank === undefined) return undefined;
    const owner = {};
    if (isBlank) table.addBlankBefore(owner);
    return owner;
  };
  const into = {};
  mergeComments(table, { base: undefined, ours: side(inOurs), theirs: side(inTheirs) }, into);
  expect(table.hasBlankBefore(into)).toBe(expected);
});
