import { describe, expect, it } from "vitest";
import { type KnownFinding, withoutKnown } from "../../src/check/known-findings.js";
import { createDiagnostic } from "../../src/diagnostics/diagnostic.js";
import { SourceFile } from "../../src/text/source-file.js";

const place = (file: string, start = 0) => ({
  source: new SourceFile(file, "some text"),
  range: { start, end: start },
});
const finding = (file: string, name: string, start = 0) =>
  createDiagnostic("unused-param", place(file, start), { name });
const known = (file: string, name: string, count = 1): KnownFinding => {
  const { code, message } = finding(file, name);
  return { file, code, message, count, place: place("baseline.json") };
};

/** What is new, as file and name, and what is gone, as file and count. Files are there unless their name says otherwise. */
function compare(now: readonly (readonly [string, string, number?])[], before: readonly KnownFinding[]) {
  const { fresh, gone } = withoutKnown(
    now.map(([file, name, start]) => finding(file, name, start)),
    before,
    (each) => each.place.source.path,
    (file) => !file.startsWith("old"),
  );
  return {
    fresh: fresh.map(
      (each) => `${each.place.source.path} ${each.message.match(/"(.*)"/)?.[1]} ${each.place.range.start}`,
    ),
    gone: gone.map(({ file, count }) => `${file} ${count}`),
  };
}

describe("withoutKnown", () => {
  it("knows a finding by file, code and message, wherever it stands", () => {
    expect(
      compare(
        [
          ["a", "x", 7],
          ["a", "y"],
          ["b", "x"],
        ],
        [known("a", "x")],
      ),
    ).toEqual({
      fresh: ["a y 0", "b x 0"],
      gone: [],
    });
  });

  it("counts equal findings of one file: those beyond the known number are new, and those below it are gone", () => {
    const now = [
      ["a", "x", 1],
      ["a", "x", 2],
      ["a", "x", 3],
    ] as const;
    expect(compare(now, [known("a", "x", 2)])).toEqual({ fresh: ["a x 3"], gone: [] });
    expect(compare(now, [known("a", "x", 5)])).toEqual({ fresh: [], gone: ["a 2"] });
    expect(compare(now, [known("a", "x"), known("a", "x")])).toEqual({ fresh: ["a x 3"], gone: [] });
  });

  it("looks for the findings of a file that is gone in all others", () => {
    expect(
      compare(
        [
          ["a", "x"],
          ["b", "x"],
        ],
        [known("old", "x")],
      ),
    ).toEqual({ fresh: ["b x 0"], gone: [] });
    expect(compare([["a", "y"]], [known("old", "x", 3)])).toEqual({ fresh: ["a y 0"], gone: ["old 3"] });
  });

  it("takes names of any kind", () => {
    expect(compare([["__proto__", "constructor"]], [known("__proto__", "constructor")]).fresh).toEqual([]);
  });
});
