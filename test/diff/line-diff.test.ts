import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffLines } from "../../src/diff/line-diff.js";
import { mergeLines } from "../../src/diff/merge/merge-lines.js";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

describe("differences of texts", () => {
  test("hold both texts, in order", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const found = diffLines(before.map((line) => `${line}\n`).join(""), after.map((line) => `${line}\n`).join(""));
        expect(found.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before);
        expect(found.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after);
      }),
    );
  });

  test("are short", () => {
    const found = diffLines("a\nb\nc\nd\ne\n", "a\nc\nx\nd\ne\n");
    expect(found.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
    ]);
  });

  test("of long texts that share nothing come to an end", () => {
    const many = (mark: string) => Array.from({ length: 20_000 }, (_, index) => `${mark}${index}\n`).join("");
    expect(diffLines(many("a"), many("b"))).toHaveLength(40_000);
  });
});

describe("merging lines", () => {
  test("takes what one side alone changed", () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        expect(mergeLines(base, base, other)).toEqual(other);
        expect(mergeLines(base, other, base)).toEqual(other);
        expect(mergeLines(base, other, other)).toEqual(other);
      }),
    );
  });

  test("gives up where both changed the same line", () => {
    expect(mergeLines(["a", "b", "c"], ["a", "x", "c"], ["a", "y", "c"])).toBeUndefined();
    expect(mergeLines(["a", "b", "c"], ["x", "b", "c"], ["a", "b", "y"])).toEqual(["x", "b", "y"]);
  });
});
