import { expect, test } from "vitest";
import { JoinedComments } from "../../../src/diff/merge/joined-comments.js";
import { CommentTable } from "../../../src/format/comments.js";

test("a member has the comments of the table that knows it, unless it was given its own", () => {
  const [first, second] = [new CommentTable(), new CommentTable()];
  const member = {};
  second.addAround(member).trailing.push("// second");
  second.addInside(member).opening.push("// inside");
  const joined = new JoinedComments([first, second]);
  expect(joined.around(member)?.trailing).toEqual(["// second"]);
  expect(joined.inside(member)?.opening).toEqual(["// inside"]);
  first.addAround(member).trailing.push("// first");
  expect(joined.around(member)?.trailing).toEqual(["// first"]);
  joined.addAround(member).trailing.push("// own");
  joined.addInside(member).opening.push("// own inside");
  expect(joined.around(member)?.trailing).toEqual(["// own"]);
  expect(joined.inside(member)?.opening).toEqual(["// own inside"]);
  expect(second.inside(member)?.opening).toEqual(["// inside"]);
});

test("a blank line that any table knows of", () => {
  const [first, second] = [new CommentTable(), new CommentTable()];
  const [member, other, own] = [{}, {}, {}];
  const joined = new JoinedComments([first, second]);
  second.addBlankBefore(member);
  joined.addBlankBefore(own);
  expect([member, other, own].map((each) => joined.hasBlankBefore(each))).toEqual([true, false, true]);
  expect(joined.around(other)).toBeUndefined();
  expect(joined.inside(other)).toBeUndefined();
});
