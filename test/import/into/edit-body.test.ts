import { expect, test } from "vitest";
import { BodyEditor } from "../../../src/import/into/edit-body.js";
import { TextEdits } from "../../../src/import/into/text-edits.js";

/** A declaration `A …` in a text; its header is the part before the brace. */
function editorOf(text: string) {
  const edits = new TextEdits(text);
  const start = text.indexOf("A");
  const end = text.trimEnd().length;
  const brace = text.indexOf("{");
  const hasBody = brace !== -1;
  const headerEnd = hasBody ? text.slice(0, brace).trimEnd().length : end;
  return { edits, start, body: new BodyEditor({ range: { start, end }, headerEnd, hasBody }, edits) };
}

function inserted(text: string, ...groups: readonly string[]): string {
  const { edits, body } = editorOf(text);
  for (const lines of groups) body.insertFirst(lines);
  body.finish();
  return edits.apply();
}

test.each<[string, string, readonly string[], string]>([
  ["without a block, one is made", "A\n", ["  x"], "A {\n  x\n}\n"],
  ["a block is made as deep as its header", "  A\n", ["    x"], "  A {\n    x\n  }\n"],
  ["an empty block on two lines", "A {\n}\n", ["  x"], "A {\n  x\n}\n"],
  ["an empty block with blank lines", "A {\n\n}\n", ["  x"], "A {\n  x\n\n}\n"],
  ["a block with something", "A {\n  y\n}\n", ["  x"], "A {\n  x\n\n  y\n}\n"],
  ["groups are apart", "A {\n  y\n}\n", ["  x", "  z"], "A {\n  x\n\n  z\n\n  y\n}\n"],
  ["a comment behind the brace stays there", "A { // why\n  y\n}\n", ["  x"], "A { // why\n  x\n\n  y\n}\n"],
  ["nothing to put there", "A {\n  y\n}\n", [], "A {\n  y\n}\n"],
])("%s", (_what, text, groups, expected) => {
  expect(inserted(text, ...groups)).toBe(expected);
});

test("a brace in the header is not that of the block", () => {
  const text = 'A "{" {\n  y\n}\n';
  const edits = new TextEdits(text);
  const body = new BodyEditor({ range: { start: 0, end: text.length - 1 }, headerEnd: 5, hasBody: true }, edits);
  body.insertFirst("  x");
  body.finish();
  expect(edits.apply()).toBe('A "{" {\n  x\n\n  y\n}\n');
});

test("a group goes behind a member, or to the top where there is none", () => {
  const text = "A {\n  y\n  z\n}\n";
  const { edits, body } = editorOf(text);
  const at = text.indexOf("y");
  body.insertGroupBehind({ range: { start: at, end: at + 1 } }, "  n");
  body.insertGroupBehind(undefined, "  x");
  body.finish();
  expect(edits.apply()).toBe("A {\n  x\n\n  y\n\n  n\n  z\n}\n");
});
