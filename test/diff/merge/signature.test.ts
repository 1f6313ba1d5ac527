import { expect, test } from "vitest";
import { signatureOf } from "../../../src/diff/merge/signature.js";
import { attachComments } from "../../../src/format/attach-comments.js";
import { CommentTable } from "../../../src/format/comments.js";
import { parse } from "../../../src/syntax/parse.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { aroundBody, bodyOf } from "../../support/merge-sides.js";

/** The signature of the first member of a node. */
function signature(body: string): string {
  const source = new SourceFile("signature.journey", aroundBody(body));
  const { file } = parse(source);
  return signatureOf(bodyOf(file)[0], attachComments(file, source));
}

test.each<[string, string, string]>([
  ["blanks", "a:1", "a:   1"],
  ["a list over several lines", "a: [1, 2]", "a: [\n1\n2\n]"],
  ["a text block", 'a: "x"', 'a: """\nx\n"""'],
  ["comments around the member itself", "// why\na: 1 // one\n// below", "a: 1"],
])("%s say nothing", (_what, left, right) => {
  expect(signature(left)).toBe(signature(right));
});

test.each<[string, string, string]>([
  ["a value", "a: 1", "a: 2"],
  ["a key", "a: 1", "b: 1"],
  ["quotes", "a -> B", 'a -> "B"'],
  ["a locale", 'a: "x"', 'a.de: "x"'],
  ["the order of a list", "a: [1, 2]", "a: [2, 1]"],
  ["a comment above something inside", "a: [1]", "a: [\n// why\n1\n]"],
  ["the text of a comment above something inside", "a: [\n// why\n1\n]", "a: [\n// how\n1\n]"],
  ["a comment behind something inside", "a: [\n1 // why\n2\n]", "a: [\n1\n2\n]"],
  ["the text of a comment behind something inside", "a: [\n1 // why\n2\n]", "a: [\n1 // how\n2\n]"],
  ["a comment below something inside", "a: [\n1\n// why\n\n2\n]", "a: [\n1\n2\n]"],
  ["the text of a comment below something inside", "a: [\n1\n// why\n\n2\n]", "a: [\n1\n// how\n\n2\n]"],
  ["a comment behind the opening bracket", "a: [ // why\n1\n]", "a: [\n1\n]"],
  ["the text of a comment behind the opening bracket", "a: [ // why\n1\n]", "a: [ // how\n1\n]"],
  ["a comment in a list that is empty", "a: [\n// why\n]", "a: []"],
  ["the text of a comment in a list that is empty", "a: [\n// why\n]", "a: [\n// how\n]"],
])("%s says something", (_what, left, right) => {
  expect(signature(left)).not.toBe(signature(right));
});

test("nothing is like nothing only", () => {
  const comments = new CommentTable();
  expect(signatureOf(undefined, comments)).toBe(signatureOf(undefined, comments));
  expect(signatureOf(undefined, comments)).not.toBe(signatureOf({}, comments));
});

test("a part without comments is like one where comments have been looked after and are gone", () => {
  const comments = new CommentTable();
  const [left, right] = [{ inner: { a: 1 } }, { inner: { a: 1 } }];
  comments.addAround(right.inner);
  comments.addInside(right.inner);
  expect(signatureOf(left, comments)).toBe(signatureOf(right, comments));
});

test("comments around and inside of the same part", () => {
  const comments = new CommentTable();
  const [left, right] = [{ inner: { a: 1 } }, { inner: { a: 1 } }];
  comments.addAround(left.inner).leading.push({ text: "// around", blankAfter: false });
  comments.addAround(right.inner).leading.push({ text: "// around", blankAfter: false });
  expect(signatureOf(left, comments)).toBe(signatureOf(right, comments));
  comments.addInside(right.inner).opening.push("// inside");
  expect(signatureOf(left, comments)).not.toBe(signatureOf(right, comments));
});

test("texts, numbers and null in a list are what they are", () => {
  const comments = new CommentTable();
  expect(signatureOf({ list: ["a", 1, null, true] }, comments)).toBe('{"list":["a",1,null,true]}');
  expect(signatureOf({ range: 1, block: true, hasBody: false, kind: "x" }, comments)).toBe('{"kind":"x"}');
});
