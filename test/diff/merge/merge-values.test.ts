import { describe, expect, test } from "vitest";
import { mergeValues } from "../../../src/diff/merge/merge-values.js";
import type { Property, Value } from "../../../src/syntax/ast.js";
import { aroundBody, bodyOf, mergeSides, printedBody } from "../../support/merge-sides.js";

/** Merges the values of a property; the empty text stands for no value. */
function merge(base: string, ours: string, theirs: string): string | undefined {
  const [before, left, right] = [base, ours, theirs].map((text) => aroundBody(text === "" ? "" : `p: ${text}`));
  const sides = mergeSides(before!, left!, right!);
  const [old, own, other] = [sides.base, sides.ours, sides.theirs].map(
    (file) => bodyOf(file)[0] as Property | undefined,
  );
  const value: Value | undefined = mergeValues(old?.value, own?.value, other?.value, sides.merging.comments);
  return value === undefined
    ? undefined
    : printedBody(sides, [{ ...own!, value }])
        .join("\n")
        .slice("p: ".length);
}

const block = (...lines: readonly string[]) => `"""\n${lines.join("\n")}\n"""`;

describe("what is decided", () => {
  test.each<[string, string, string, string, string]>([
    ["one side changed it", "1", "2", "1", "2"],
    ["the other side changed it", "1", "1", "2", "2"],
    ["both changed it alike", "1", "2", "2", "2"],
    ["both added it alike", "", "2", "2", "2"],
    ["another form of the same", '"a"', '"b"', block("a"), '"b"'],
    ["each side changed another entry", "{ a: 1, b: 1 }", "{ a: 2, b: 1 }", "{ a: 1, b: 2 }", "{ a: 2, b: 2 }"],
    ["an entry is gone here", "{ a: 1, b: 1 }", "{ b: 1 }", "{ a: 1, b: 2 }", "{ b: 2 }"],
    ["an entry is gone there", "{ a: 1, b: 1 }", "{ a: 1, b: 2 }", "{ b: 1 }", "{ b: 2 }"],
    ["an entry is gone on both sides", "{ a: 1, b: 1, c: 1 }", "{ b: 2, c: 1 }", "{ b: 1, c: 2 }", "{ b: 2, c: 2 }"],
    ["an entry is new on each side", "{ a: 1 }", "{ a: 1, b: 2 }", "{ a: 1, c: 3 }", "{ a: 1, c: 3, b: 2 }"],
    ["an entry is new on both sides", "{ a: 1 }", "{ a: 1, b: 2 }", "{ b: 2 }", "{ b: 2 }"],
    ["objects that both added", "", "{ a: 1 }", "{ b: 2 }", "{ b: 2, a: 1 }"],
    [
      "an object inside of an object",
      "{ a: { b: 1, c: 1 } }",
      "{ a: { b: 2, c: 1 } }",
      "{ a: { b: 1, c: 2 } }",
      "{ a: { b: 2, c: 2 } }",
    ],
    ["items of a list", '["a", "b"]', '["a", "b", "c"]', '["b", "d"]', '["b", "c", "d"]'],
    ["an item that both added", '["a"]', '["a", "b"]', '["a", "b"]', '["a", "b"]'],
    [
      "an item that is an object",
      "[{ a: 1 }]",
      "[{ a: 1 }, { b: 1 }]",
      "[{ a: 1 }, { c: 1 }]",
      "[{ a: 1 }, { b: 1 }, { c: 1 }]",
    ],
    ["two lines of a text", '"a\\nb\\nc"', '"A\\nb\\nc"', '"a\\nb\\nC"', '"""\n  A\n  b\n  C\n  """'],
  ])("%s", (_what, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toBe(expected);
  });

  test("a comment inside is part of the value", () => {
    expect(merge("[1]", "[1]", "[\n// why\n1\n]")).toContain("// why");
    expect(merge("[\n// why\n1\n]", "[\n// why\n1\n]", "[1]")).toBe("[1]");
  });
});

describe("what needs somebody to decide", () => {
  test.each<[string, string, string, string]>([
    ["both changed it", "1", "2", "3"],
    ["both added it", "", "2", "3"],
    ["an entry that both changed", "{ a: 1 }", "{ a: 2 }", "{ a: 3 }"],
    ["an entry that both added", "{}", "{ a: 2 }", "{ a: 3 }"],
    ["an entry of objects that both added", "", "{ a: 2 }", "{ a: 3 }"],
    ["an entry that is gone here and changed there", "{ a: 1, b: 1 }", "{ b: 1 }", "{ a: 2, b: 1 }"],
    ["an entry that is changed here and gone there", "{ a: 1, b: 1 }", "{ a: 2, b: 1 }", "{ b: 1 }"],
    ["one of two entries", "{ a: 1, b: 1 }", "{ a: 2, b: 2 }", "{ a: 3, b: 1 }"],
    ["an entry deep inside", "{ a: { b: 1 } }", "{ a: { b: 2 } }", "{ a: { b: 3 } }"],
    ["what was no object", "1", "{ a: 1 }", "{ b: 1 }"],
    ["what is an object on one side", "{ a: 1 }", "{ a: 2 }", "3"],
    ["what is an object on the other side", "{ a: 1 }", "3", "{ a: 2 }"],
    ["the order of a list", '["a", "b"]', '["b", "a"]', '["a", "b", "c"]'],
    ["an item that stands twice", '["a"]', '["a", "a"]', '["a", "b"]'],
    ["lists that both added", "", '["a"]', '["b"]'],
    ["what was no list", "1", '["a"]', '["b"]'],
    ["what is a list on one side", '["a"]', '["b"]', "1"],
    ["what is a list on the other side", '["a"]', "1", '["b"]'],
    ["texts of one line", '"a"', '"b"', '"c"'],
    ["a text that had one line", '"a"', '"a\\nb"', '"c"'],
    ["a text that had one line, with lines around it", '"a"', '"a\\nb"', '"x\\na"'],
    ["the same line of texts", '"a\\nb"', '"a\\nc"', '"a\\nd"'],
    ["texts that both added", "", '"a\\nb"', '"a\\nc"'],
    ["what was no text", "1", '"a\\nb"', '"a\\nc"'],
    ["what is a text on one side", '"a\\nb"', '"a\\nc"', "1"],
    ["what is a text on the other side", '"a\\nb"', "1", '"a\\nc"'],
    ["texts with a parameter in base", `"a\${realm}\\nb\\nc"`, '"A\\nb\\nc"', '"a\\nb\\nC"'],
    ["texts with a parameter in ours", '"a\\nb\\nc"', `"A\${realm}\\nb\\nc"`, '"a\\nb\\nC"'],
    ["texts with a parameter in theirs", '"a\\nb\\nc"', '"A\\nb\\nc"', `"a\\nb\\nC\${realm}"`],
  ])("%s", (_what, base, ours, theirs) => {
    expect(merge(base, ours, theirs)).toBeUndefined();
  });
});
