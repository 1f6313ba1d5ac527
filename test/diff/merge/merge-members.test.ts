import { describe, expect, test } from "vitest";
import { memberLabel, mergeFiles, placeOf } from "../../../src/diff/merge/merge-members.js";
import { printFile } from "../../../src/format/format.js";
import { mergeSides } from "../../support/merge-sides.js";

/** Merges three files; the result in canonical form. */
function mergeTexts(base: string, ours: string, theirs: string) {
  const { merging, ...sides } = mergeSides(base, ours, theirs);
  const file = mergeFiles(merging, sides.base, sides.ours, sides.theirs);
  return { text: printFile(file, merging.comments), conflicts: merging.conflicts };
}

const journey = (...members: readonly string[]) => `journey J {\n${members.map((line) => `  ${line}\n`).join("")}}\n`;

/** Merges three journeys that are given by their members; the lines inside the result. */
function mergeMembers(base: readonly string[], ours: readonly string[], theirs: readonly string[]) {
  const { text, conflicts } = mergeTexts(journey(...base), journey(...ours), journey(...theirs));
  const lines = text.split("\n").slice(1, -2);
  return { lines: lines.filter((line) => line !== "").map((line) => line.trim()), conflicts };
}

const a = "a: 1";
const b = "b: 1";

describe("a member", () => {
  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ["that nobody changed", [a], [a], [a], [a]],
    ["that ours changed", [a, b], ["a: 2", b], [a, b], ["a: 2", b]],
    ["that theirs changed", [a, b], [a, b], ["a: 2", b], ["a: 2", b]],
    ["that both changed alike", [a], ["a: 2"], ["a: 2"], ["a: 2"]],
    ["that is new here", [a], [a, b], [a], [a, b]],
    ["that is new there", [a], [a], [a, b], [a, b]],
    ["that is gone here", [a, b], [b], [a, b], [b]],
    ["that is gone there", [a, b], [a, b], [b], [b]],
    ["that is gone on both sides", [a, b], [b], [b], [b]],
    ["that both added alike", [], [a], [a], [a]],
    ["of each side", [], [a], [b], [b, a]],
  ])("%s", (_what, base, ours, theirs, expected) => {
    expect(mergeMembers(base, ours, theirs)).toEqual({ lines: expected, conflicts: [] });
  });

  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ["comments of both sides meet", [a], ["// ours", a], ["// theirs", a], ["// ours", "// theirs", a]],
    ["theirs changed the value, ours the comment", [a], ["// ours", a], ["a: 2"], ["// ours", "a: 2"]],
    ["ours changed the value, theirs the comment", [a], ["a: 2"], ["// theirs", a], ["// theirs", "a: 2"]],
    ["the comment of a new member", [a], [a], [a, "// new", b], [a, "// new", b]],
    ["a comment at the end of the block", [a], [a, "", "// end"], [a], [a, "// end"]],
    ["a comment at the end of their block", [a], [a], [a, "", "// end"], [a, "// end"]],
  ])("with comments: %s", (_what, base, ours, theirs, expected) => {
    expect(mergeMembers(base, ours, theirs)).toEqual({ lines: expected, conflicts: [] });
  });

  test("comments of the file", () => {
    expect(mergeTexts("param a = 1\n", "param a = 1\n\n// ours\n", "param a = 2\n\n// theirs\n")).toEqual({
      text: "param a = 2\n\n// ours\n\n// theirs\n",
      conflicts: [],
    });
  });
});

describe("a member that one side removed and the other changed comes back with a mark", () => {
  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[], string, string]>([
    [
      "ours removed it",
      [a],
      [],
      ["a: 2"],
      ["// conflict: ours removed a, theirs changed it", "a: 2"],
      "journey J / a",
      "ours removed a, theirs changed it",
    ],
    [
      "theirs removed it",
      [a],
      ["a: 2"],
      [],
      ["// conflict: theirs removed a, ours changed it", "a: 2"],
      "journey J / a",
      "theirs removed a, ours changed it",
    ],
    [
      "a new comment is a change",
      [a],
      [],
      ["// why", a],
      ["// why", "// conflict: ours removed a, theirs changed it", "a: 1"],
      "journey J / a",
      "ours removed a, theirs changed it",
    ],
    [
      "a lost comment is a change",
      ["// why", a],
      [],
      [a],
      ["// conflict: ours removed a, theirs changed it", "a: 1"],
      "journey J / a",
      "ours removed a, theirs changed it",
    ],
    [
      "another comment on the line is a change",
      ["a: 1 // one"],
      [],
      ["a: 1 // two"],
      ["// conflict: ours removed a, theirs changed it", "a: 1 // two"],
      "journey J / a",
      "ours removed a, theirs changed it",
    ],
    [
      "a new comment below is a change",
      [a, "", b],
      [b],
      [a, "// below", "", b],
      ["// conflict: ours removed a, theirs changed it", "a: 1", "// below", "b: 1"],
      "journey J / a",
      "ours removed a, theirs changed it",
    ],
  ])("%s", (_what, base, ours, theirs, lines, where, message) => {
    expect(mergeMembers(base, ours, theirs)).toEqual({ lines, conflicts: [{ where, message }] });
  });

  test("a member that stands as it was is gone, comments and all", () => {
    const commented = ["// why", "a: 1 // one", "// below", "", b];
    expect(mergeMembers(commented, [b], commented)).toEqual({ lines: [b], conflicts: [] });
  });
});

test("what both sides changed in different ways is shown in full", () => {
  const { lines, conflicts } = mergeMembers(
    ['resource theme "B" from "a.json"'],
    ['resource theme "B" from "b.json"'],
    ['resource theme "B" from "c.json"'],
  );
  const message = "both sides changed this in different ways";
  expect(lines).toEqual([
    `// conflict: ${message}`,
    '//   base: resource theme "B" from "a.json"',
    '//   theirs: resource theme "B" from "c.json"',
    'resource theme "B" from "b.json"',
  ]);
  expect(conflicts).toEqual([{ where: "journey J / resource theme B", message }]);
});

test("a base that does not have it is not shown", () => {
  expect(mergeMembers([], ["a: 1"], ["a: 2"]).lines).toEqual([
    "// conflict: both sides changed this in different ways",
    "//   theirs: a: 2",
    "a: 1",
  ]);
});

test("lines of a member that is shown keep their depth", () => {
  const { lines } = mergeMembers(["page N"], ["page N {\n    x: 1\n  }"], ["node N: T {\n    y: 1\n  }"]);
  expect(lines).toContain("//   theirs: node N: T {");
  expect(lines).toContain("//       y: 1");
});

test.each<[string, string, string, string, string]>([
  ["a parameter", "param p = 1\n", "param p = 2\n", "param p = 3\n", "//   theirs: param p = 3"],
  [
    "a scenario",
    "",
    'scenario "s" of J {\n  resume\n}\n',
    'scenario "s" of J {\n  wait 1m\n}\n',
    '//   theirs: scenario "s" of J {',
  ],
  [
    "a resource",
    "",
    'resource theme "B" from "a.json"\n',
    'resource theme "B" from "b.json"\n',
    '//   theirs: resource theme "B" from "b.json"',
  ],
])("%s at the top of a file is shown", (_what, base, ours, theirs, line) => {
  expect(mergeTexts(base, ours, theirs).text.split("\n")).toContain(line);
});

test("a member that became another thing is shown as what it is", () => {
  const { lines } = mergeMembers(["node N: T"], ["page N {\n    x: 1\n  }"], ["node N: U {\n    y: 1\n  }"]);
  expect(lines.slice(0, 5)).toEqual([
    "// conflict: both sides changed this in different ways",
    "//   base: node N: T",
    "//   theirs: node N: U {",
    "//       y: 1",
    "//     }",
  ]);
});

test("a node's place is named from the outside in", () => {
  const { conflicts } = mergeMembers(
    ["page P {\n node N: T {\n a: 1\n }\n }"],
    ["page P {\n node N: T {\n a: 2\n }\n }"],
    ["page P {\n node N: T {\n a: 3\n }\n }"],
  );
  expect(conflicts.map(({ where }) => where)).toEqual(["journey J / node P / node N / a"]);
});

test("labels and places", () => {
  expect(placeOf("", "journey J")).toBe("journey J");
  expect(placeOf("journey J", "node N")).toBe("journey J / node N");
  const { base } = mergeSides(journey("start -> A", "a.de: 1", "layout {\n A 1, 2\n }"), "", "");
  const members = base.items[0]!.kind === "journey" ? base.items[0]!.members : [];
  expect(members.map(memberLabel)).toEqual(["start", "a.de", "layout"]);
  const [, , layout] = members;
  expect(layout?.kind === "layout" && memberLabel(layout.entries[0]!)).toBe("A");
});
