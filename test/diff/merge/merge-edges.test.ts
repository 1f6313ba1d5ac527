import { describe, expect, test } from "vitest";
import { mergeEdges } from "../../../src/diff/merge/merge-edges.js";
import type { Edge } from "../../../src/syntax/ast.js";
import { aroundBody, bodyOf, mergeSides, printedBody } from "../../support/merge-sides.js";

/** Merges arrows that are given as lines, with `;` between them. */
function merge(base: string, ours: string, theirs: string) {
  const [before, left, right] = [base, ours, theirs].map((text) => aroundBody(text.replaceAll("; ", "\n")));
  const sides = mergeSides(before!, left!, right!);
  const edges = [sides.base, sides.ours, sides.theirs].map((file) =>
    bodyOf(file).filter((member): member is Edge => member.kind === "edge"),
  );
  const { edges: merged } = mergeEdges(sides.merging, "J / node N", edges[0]!, edges[1]!, edges[2]!);
  const { conflicts } = sides.merging;
  for (const { where } of conflicts) expect(where).toBe("J / node N");
  return { lines: printedBody(sides, merged), messages: conflicts.map(({ message }) => message) };
}

describe("without a conflict", () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ["one is gone there", "a -> X; b -> Y", "a -> X; b -> Y", "b -> Y", ["b -> Y"]],
    ["one is gone here", "a -> X; b -> Y", "b -> Y", "a -> X; b -> Y", ["b -> Y"]],
    ["one is gone on both sides", "a -> X; b -> Y", "b -> Y", "b -> Y", ["b -> Y"]],
    ["all are gone there", "a -> X", "a -> X", "", []],
    ["the only outcome is gone there", "-> X", "-> X", "", []],
    ["one of a group is gone there", "a, b -> X", "a, b -> X", "b -> X", ["b -> X"]],
    ["one of a group is gone here", "a, b -> X", "b -> X", "a, b -> X", ["b -> X"]],
    ["one is new here", "a -> X", "a -> X; b -> Y", "a -> X", ["a -> X", "b -> Y"]],
    ["one is new there", "a -> X", "a -> X", "a -> X; b -> Y", ["a -> X", "b -> Y"]],
    ["each side has a new one", "a -> X", "a -> X; b -> Y", "a -> X; c -> Z", ["a -> X", "b -> Y", "c -> Z"]],
    ["both sides add the same one", "a -> X", "a -> X; b -> Y", "b -> Y; a -> X", ["a -> X", "b -> Y"]],
    ["the only outcome is new there", "", "", "-> X", ["-> X"]],
    ["one of a new group is known", "a -> X", "a -> X", "a, b, c -> X", ["a -> X", "b, c -> X"]],
    ["one leads elsewhere there", "a -> X; b -> Y", "a -> X; b -> Y", "a -> Z; b -> Y", ["a -> Z", "b -> Y"]],
    ["one leads elsewhere here", "a -> X; b -> Y", "a -> Z; b -> Y", "a -> X; b -> Y", ["a -> Z", "b -> Y"]],
    ["one on each side leads elsewhere", "a -> X; b -> Y", "a -> Z; b -> Y", "a -> X; b -> Z", ["a -> Z", "b -> Z"]],
    ["both lead to the same new place", "a -> X", "a -> Z", "a -> Z", ["a -> Z"]],
    ["the only outcome leads elsewhere there", "-> X", "-> X", "-> Z", ["-> Z"]],
    ["one leaves our group", "a, b, c -> X", "a, b, c -> X", "b -> Y; a, c -> X", ["a, c -> X", "b -> Y"]],
    ["two leave our group together", "a, b, c -> X", "a, b, c -> X", "a -> X; b, c -> Y", ["a -> X", "b, c -> Y"]],
    ["theirs groups otherwise", "a -> X; b -> X", "a -> X; b -> X", "a, b -> X", ["a -> X", "b -> X"]],
    ["ours groups otherwise", "a -> X; b -> X", "a, b -> X", "a -> X; b -> X; c -> X", ["a, b -> X", "c -> X"]],
    [
      "an inner node's outcome moves",
      "P.a -> X; a -> X",
      "P.a -> X; a -> X",
      "P.a -> Y; a -> X",
      ["P.a -> Y", "a -> X"],
    ],
    [
      "inner nodes have outcomes of one name",
      "P.a, Q.a -> X",
      "P.a, Q.a -> X",
      "P.a -> X; Q.a -> Y",
      ["P.a -> X", "Q.a -> Y"],
    ],
    ["a node and an id of one text", "a -> X", "a -> X", 'a -> "X"', ['a -> "X"']],
  ])("%s", (_what, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toEqual({ lines: expected, messages: [] });
  });
});

describe("conflicts", () => {
  test.each<[string, string, string, string, readonly string[], readonly string[]]>([
    ["gone there, changed here", "a -> X", "a -> Z", "", ["a -> Z"], ["theirs removed a, ours changed it"]],
    ["gone here, changed there", "a -> X", "", "a -> Z", ["a -> Z"], ["ours removed a, theirs changed it"]],
    ["two ways", "a -> X", "a -> Y", "a -> Z", ["a -> Y"], ["a leads to Z in theirs, to Y in ours (base: X)"]],
    ["two new ones of one outcome", "", "a -> Y", "a -> Z", ["a -> Y"], ["a leads to Z in theirs, to Y in ours"]],
    [
      "the only outcome",
      "-> X",
      "-> Y",
      "-> Z",
      ["-> Y"],
      ["the outcome leads to Z in theirs, to Y in ours (base: X)"],
    ],
    [
      "an inner node's outcome",
      "P.a -> X",
      "P.a -> Y",
      "P.a -> Z",
      ["P.a -> Y"],
      ["P.a leads to Z in theirs, to Y in ours (base: X)"],
    ],
    [
      "a platform id",
      'a -> "x-y"',
      "a -> Y",
      'a -> "y-z"',
      ["a -> Y"],
      ['a leads to "y-z" in theirs, to Y in ours (base: "x-y")'],
    ],
    [
      "one of a group that is gone here",
      "a, b -> X",
      "b -> X",
      "a, b -> Z",
      ["b -> Z", "a -> Z"],
      ["ours removed a, theirs changed it"],
    ],
    [
      "one of a group that is gone here, while another one has led there before",
      "a -> X; b -> Z",
      "",
      "a, b -> Z",
      ["a -> Z"],
      ["ours removed a, theirs changed it"],
    ],
    [
      "one of a group that is gone there",
      "a, b -> X",
      "a, b -> Y",
      "b -> X",
      ["a, b -> Y"],
      ["theirs removed a, ours changed it"],
    ],
  ])("%s", (_what, base, ours, theirs, lines, messages) => {
    const merged = merge(base, ours, theirs);
    expect(merged.messages).toEqual(messages);
    expect(merged.lines.filter((line) => !line.startsWith("//"))).toEqual(lines);
    expect(merged.lines.filter((line) => line.startsWith("//"))).toEqual(
      messages.map((text) => `// conflict: ${text}`),
    );
  });

  test("a target that a broken text lacks is called nowhere", () => {
    expect(merge("a -> X", "a -> Y", "a ->").messages).toEqual([
      "a leads to nowhere in theirs, to Y in ours (base: X)",
    ]);
    expect(merge("a ->", "a -> Y", "a -> Z").messages).toEqual([
      "a leads to Z in theirs, to Y in ours (base: nowhere)",
    ]);
  });

  test("a mark stands above the edge that it is about", () => {
    expect(merge("a -> X; b -> X", "a -> X; b -> Y", "a -> X; b -> Z").lines).toEqual([
      "a -> X",
      "// conflict: b leads to Z in theirs, to Y in ours (base: X)",
      "b -> Y",
    ]);
  });
});

describe("comments", () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ["ours stays", "a -> X", "// why; a -> X", "a -> Y", ["// why", "a -> Y"]],
    ["theirs is taken", "a -> X", "a -> Y", "// why; a -> X", ["// why", "a -> Y"]],
    ["theirs is taken for the only outcome", "-> X", "-> Y", "// why; -> X", ["// why", "-> Y"]],
    ["what theirs removed is gone", "// why; a -> X", "// why; a -> X", "a -> Y", ["a -> Y"]],
    ["a new edge of theirs brings its own", "", "", "// why; a -> X", ["// why", "a -> X"]],
    [
      "a group that is split keeps its own in front",
      "a, b -> X",
      "// why; a, b -> X",
      "a -> X; b -> Y",
      ["// why", "a -> X", "b -> Y"],
    ],
    [
      "the edge with one of the outcomes is the same one",
      "a, b -> X",
      "a, b -> X",
      "// why; b, c -> X; a -> X",
      ["// why", "a, b -> X", "// why", "c -> X"],
    ],
    [
      "another outcome's edge is another one",
      "a -> X",
      "a -> X",
      "// why; b -> X; a -> X",
      ["a -> X", "// why", "b -> X"],
    ],
    ["a named outcome is not the only one", "a -> X", "a -> X", "// why; -> X; a -> X", ["a -> X", "// why", "-> X"]],
    ["the only outcome is not a named one", "-> X", "-> X", "// why; a -> X; -> X", ["-> X", "// why", "a -> X"]],
  ])("%s", (_what, base, ours, theirs, expected) => {
    expect(merge(base, ours, theirs)).toEqual({ lines: expected, messages: [] });
  });
});
