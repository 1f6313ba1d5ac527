import { describe, expect, test } from "vitest";
import { createDiagnostic, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { parse } from "../../src/syntax/parse.js";
import { withSoundFixes } from "../../src/syntax/sound-fixes.js";
import { SourceFile } from "../../src/text/source-file.js";

/** A language in which `x` is wrong and has the fix that is given, `y` has the fix `a`, and `z` has none. */
function problemsIn(text: string, right: string): readonly Diagnostic[] {
  const source = new SourceFile("a.journey", text);
  return [...text.matchAll(/[xyz]/g)].map(({ index, 0: found }) => {
    const range = { start: index, end: index + 1 };
    const written = found === "x" ? right : "a";
    const fixes = found === "z" ? [] : [{ title: "Write it so", edits: [{ range, text: written }] }];
    return createDiagnostic("unexpected-character", { source, range }, { text: found }, { fixes });
  });
}

const fixesLeft = (text: string, right: string) =>
  withSoundFixes(problemsIn(text, right), new SourceFile("a.journey", text), (each) => problemsIn(each, right)).map(
    ({ fixes }) => fixes.length,
  );

describe("a fix of a syntax error", () => {
  test("stays where the text that it makes has one error less, whatever else is wrong", () => {
    expect(fixesLeft("a x\nb z", "a")).toEqual([1, 0]);
    expect(fixesLeft("a x\nb x", "a")).toEqual([1, 1]);
  });

  test("is left out where it writes what is wrong itself", () => {
    expect(fixesLeft("a x", "z")).toEqual([0]);
    expect(fixesLeft("a x", "xx")).toEqual([0]);
    expect(fixesLeft("a x\nb x", "a z")).toEqual([0, 0]);
  });

  test("stays where what it writes has such a fix", () => {
    expect(fixesLeft("a x", "y")).toEqual([1]);
    expect(fixesLeft("a x", "x")).toEqual([0]);
  });
});

test.each(['outcomes: ["a", ...]', "tree: a b c -> d", "low || -> A"])("%s has no fix that leaves an error", (line) => {
  const source = new SourceFile("a.journey", `journey J {\n  start -> A\n\n  node A: T {\n    ${line}\n  }\n}\n`);
  const { diagnostics } = parse(source);
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { fixes } of diagnostics) {
    const [fix] = fixes;
    if (fix === undefined) continue;
    const edits = [...fix.edits].sort((left, right) => right.range.start - left.range.start);
    let { text } = source;
    for (const { range, text: written } of edits) text = text.slice(0, range.start) + written + text.slice(range.end);
    expect(parse(new SourceFile("a.journey", text)).diagnostics).toEqual([]);
  }
});
