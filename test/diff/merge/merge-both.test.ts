import { describe, expect, test } from "vitest";
import { mergeFiles } from "../../../src/diff/merge/merge-members.js";
import { printFile } from "../../../src/format/format.js";
import { mergeSides } from "../../support/merge-sides.js";

/** Merges three texts; the lines of the result in canonical form, conflicts apart. */
function merge(base: string, ours: string, theirs: string) {
  const { merging, ...sides } = mergeSides(base, ours, theirs);
  const file = mergeFiles(merging, sides.base, sides.ours, sides.theirs);
  const lines = printFile(file, merging.comments)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isMark = (line: string) => /^\/\/ (?:conflict:| )/.test(line);
  return {
    lines: lines.filter((line) => !isMark(line)),
    marks: lines.filter(isMark).map((line) => line.slice(3)),
    conflicts: merging.conflicts.map(({ where, message }) => `${where}: ${message}`),
  };
}

const inJourney = (text: string) => `journey J {\n${text}\n}\n`;
const inPage = (text: string) => inJourney(`page P {\n${text}\n}`);

/** Sides of a text that differ in one piece, called `@`. */
const sides = (text: string, ...pieces: readonly [string, string, string]) =>
  pieces.map((piece) => text.replace("@", piece)) as [string, string, string];

const another = "both sides changed this in different ways";

describe("each side changed another part", () => {
  test.each<[string, readonly [string, string, string], string]>([
    [
      "a journey's title and members",
      ["journey J { a: 1 }", 'journey J "T" { a: 1 }', "journey J { a: 2 }"],
      'journey J "T" { a: 2 }',
    ],
    [
      "a journey's title there",
      ["journey J { a: 1 }", "journey J { a: 2 }", 'journey J "T" { a: 1 }'],
      'journey J "T" { a: 2 }',
    ],
    [
      "a node's type and title",
      [inJourney("node N: A"), inJourney("node N: B"), inJourney('node N: A "T"')],
      inJourney('node N: B "T"'),
    ],
    [
      "a node's title and type",
      [inJourney("node N: A"), inJourney('node N: A "T"'), inJourney("node N: B")],
      inJourney('node N: B "T"'),
    ],
    [
      "a node's version and properties",
      [inJourney("node N: A { a: 1 }"), inJourney("node N: A@2.0 { a: 1 }"), inJourney("node N: A { a: 2 }")],
      inJourney("node N: A@2.0 { a: 2 }"),
    ],
    [
      "a node's properties and arrows",
      [
        inJourney("node N: A { a: 1 -> X }"),
        inJourney("node N: A { a: 2 -> X }"),
        inJourney("node N: A { a: 1 -> Y }"),
      ],
      inJourney("node N: A { a: 2 -> Y }"),
    ],
    [
      "a node's title, and theirs gave it a body",
      [inJourney("node N: A"), inJourney('node N: A "T"'), inJourney("node N: A { a: 1 }")],
      inJourney('node N: A "T" { a: 1 }'),
    ],
    [
      "a page's version and title",
      [inJourney("page P"), inJourney("page P @2.0"), inJourney('page P "T"')],
      inJourney('page P @2.0 "T"'),
    ],
    [
      "a page's title, and theirs gave it a body",
      [inJourney("page P"), inJourney('page P "T"'), inJourney("page P { a: 1 }")],
      inJourney('page P "T" { a: 1 }'),
    ],
    [
      "a page's nodes and arrows",
      [inPage("node A: T -> X"), inPage("node A: U -> X"), inPage("node A: T -> Y")],
      inPage("node A: U -> Y"),
    ],
    [
      "a page's new nodes",
      [inPage("node A: T"), inPage("node A: T node B: T"), inPage("node C: T node A: T")],
      inPage("node C: T node A: T node B: T"),
    ],
    [
      "a page's nodes in another order there",
      [inPage("node A: T node B: T"), inPage("node A: U node B: T"), inPage("node B: T node A: T")],
      inPage("node B: T node A: U"),
    ],
    [
      "a script's title and file",
      ['script S { file: "a" }', 'script S "T" { file: "a" }', 'script S { file: "b" }'],
      'script S "T" { file: "b" }',
    ],
    [
      "a script's properties",
      ['script S { file: "a" x: 1 }', 'script S { file: "b" x: 1 }', 'script S { file: "a" x: 2 }'],
      'script S { file: "b" x: 2 }',
    ],
    [
      "a script in a journey",
      sides(inJourney("script S { @ }"), 'file: "a" x: 1', 'file: "b" x: 1', 'file: "a" x: 2'),
      inJourney('script S { file: "b" x: 2 }'),
    ],
    [
      "an extern's type id and properties",
      ['extern E "X" { a: 1 }', 'extern E "Y" { a: 1 }', 'extern E "X" { a: 2 }'],
      'extern E "Y" { a: 2 }',
    ],
    ["scripts that both added", ["", 'script S { file: "a" }', "script S { x: 1 }"], 'script S { x: 1 file: "a" }'],
    [
      "an export block",
      sides(inJourney("export { @ }"), "a: 1 b: 1", "a: 2 b: 1", "a: 1 b: 2"),
      inJourney("export { a: 2 b: 2 }"),
    ],
    [
      "export blocks that both added",
      [inJourney(""), inJourney("export { a: 1 }"), inJourney("export { b: 1 }")],
      inJourney("export { b: 1 a: 1 }"),
    ],
    [
      "a layout",
      sides(inJourney("layout { @ }"), "A 1, 1\nB 1, 1", "A 2, 2\nB 1, 1", "A 1, 1\nB 2, 2"),
      inJourney("layout { A 2, 2\nB 2, 2 }"),
    ],
    [
      "layouts that both added",
      [inJourney(""), inJourney("layout { A 1, 1 }"), inJourney("layout { B 1, 1 }")],
      inJourney("layout { B 1, 1\nA 1, 1 }"),
    ],
    ["raw", sides(inJourney("raw { @ }"), "a: 1, b: 1", "a: 2, b: 1", "a: 1, b: 2"), inJourney("raw { a: 2, b: 2 }")],
    [
      "a property that is an object",
      sides(inJourney("p: { @ }"), "a: 1, b: 1", "a: 2, b: 1", "a: 1, b: 2"),
      inJourney("p: { a: 2, b: 2 }"),
    ],
    ["a property of a locale", sides(inJourney("p.de: [@]"), "1", "1, 2", "1, 3"), inJourney("p.de: [1, 2, 3]")],
    ["a parameter", sides("param p = [@]", "1", "1, 2", "1, 3"), "param p = [1, 2, 3]"],
    [
      "objects that both added",
      [inJourney(""), inJourney("p: { a: 1 }"), inJourney("p: { b: 2 }")],
      inJourney("p: { b: 2, a: 1 }"),
    ],
    [
      "steps of a scenario",
      [
        'scenario "s" of J { resume\nwait 1m\nexpect success }',
        'scenario "s" of J { wait 1m\nexpect success }',
        'scenario "s" of J { resume\nwait 1m\nexpect failure }',
      ],
      'scenario "s" of J { wait 1m\nexpect failure }',
    ],
    [
      "an id of the layout and a place",
      sides(inJourney("layout { A @ }"), "1, 1", '1, 1 "i"', "2, 2"),
      inJourney('layout { A 2, 2 "i" }'),
    ],
    [
      "a place and an id of the layout",
      sides(inJourney("layout { A @ }"), "1, 1", "2, 2", '1, 1 "i"'),
      inJourney('layout { A 2, 2 "i" }'),
    ],
    [
      "two places of one node",
      sides(inJourney("layout { A @ }"), "1, 1", "2, 2", "3, 3"),
      inJourney("layout { A 2, 2 }"),
    ],
    [
      "a place there in one direction",
      sides(inJourney("layout { A @ }"), "1, 1", '1, 1 "i"', "1, 2"),
      inJourney('layout { A 1, 2 "i" }'),
    ],
    [
      "a place there in the other direction",
      sides(inJourney("layout { A @ }"), "1, 1", '1, 1 "i"', "2, 1"),
      inJourney('layout { A 2, 1 "i" }'),
    ],
    [
      "a place here in one direction",
      sides(inJourney("layout { A @ }"), "1, 1", "1, 2", "2, 1"),
      inJourney("layout { A 1, 2 }"),
    ],
    [
      "a place that is new",
      [inJourney("layout {}"), inJourney("layout { A 1, 2 }"), inJourney("layout { A 3, 4 }")],
      inJourney("layout { A 1, 2 }"),
    ],
    [
      "a node that became a page on both sides",
      [inJourney("node P: T"), inPage("a: 1"), inPage("b: 1")],
      inPage("a: 1 b: 1"),
    ],
  ])("%s", (_what, [base, ours, theirs], expected) => {
    const { lines } = merge(expected, expected, expected);
    expect(merge(base, ours, theirs)).toEqual({ lines, marks: [], conflicts: [] });
  });
});

describe("headers that cannot be decided stay as ours has them", () => {
  test.each<[string, readonly [string, string, string], string, readonly string[]]>([
    [
      "a journey's title",
      ["journey J {}", 'journey J "A" {}', 'journey J "B" {}'],
      "journey J: both sides changed the title in different ways",
      ["base: none", "theirs: B"],
    ],
    [
      "a title of several parts",
      ['journey J "O" {}', 'journey J "A" {}', `journey J "B \${realm}" {}`],
      "journey J: both sides changed the title in different ways",
      ["base: O", "theirs: B  realm"],
    ],
    [
      "a node's type",
      [inJourney("node N: A"), inJourney("node N: B"), inJourney("node N: C@2.0")],
      "journey J / node N: both sides changed the type in different ways",
      ["base: A", "theirs: C 2.0"],
    ],
    [
      "a node's title",
      [inJourney('node N: A "O"'), inJourney('node N: A "T"'), inJourney("node N: A")],
      "journey J / node N: both sides changed the title in different ways",
      ["base: O", "theirs: none"],
    ],
    [
      "types of nodes that both added",
      [inJourney(""), inJourney("node N: B"), inJourney("node N: C")],
      "journey J / node N: both sides changed the type in different ways",
      ["base: none", "theirs: C"],
    ],
    [
      "a page's version",
      [inJourney("page P"), inJourney("page P @2.0"), inJourney("page P @3.0")],
      "journey J / node P: both sides changed the version in different ways",
      ["base: none", "theirs: 3.0"],
    ],
    [
      "a page's title",
      [inJourney("page P"), inJourney('page P "A"'), inJourney('page P "B"')],
      "journey J / node P: both sides changed the title in different ways",
      ["base: none", "theirs: B"],
    ],
    [
      "a script's title",
      ['script S { file: "a" }', 'script S "A" { file: "a" }', 'script S "B" { file: "a" }'],
      "script S: both sides changed the title in different ways",
      ["base: none", "theirs: B"],
    ],
    [
      "an extern's type id",
      ['extern E "X" {}', 'extern E "Y" {}', 'extern E "Z" {}'],
      "extern E: both sides changed the typeId in different ways",
      ["base: X", "theirs: Z"],
    ],
    [
      "an id of the layout",
      sides(inJourney("layout { A 1, 1 @ }"), "", '"i"', '"j"'),
      "journey J / layout / A: both sides changed the id in different ways",
      ["base: none", "theirs: j"],
    ],
    [
      "the order of a page's nodes",
      sides(
        inPage("@"),
        "node A: T node B: T node C: T",
        "node B: T node A: T node C: T",
        "node A: T node C: T node B: T",
      ),
      "journey J / node P: both sides changed the order of the inner nodes",
      ["base: A, B, C", "theirs: A, C, B"],
    ],
  ])("%s", (_what, [base, ours, theirs], conflict, details) => {
    const merged = merge(base, ours, theirs);
    expect(merged.lines).toEqual(merge(ours, ours, ours).lines);
    expect(merged.conflicts).toEqual([conflict]);
    expect(merged.marks).toEqual([
      `conflict: ${conflict.slice(conflict.indexOf(": ") + 2)}`,
      ...details.map((line) => `  ${line}`),
    ]);
  });

  test("without one of them in ours, the order of the others is no conflict", () => {
    expect(
      merge(inPage("node A: T node B: T"), inPage("node B: T node C: T"), inPage("node B: T node A: T node D: T"))
        .conflicts,
    ).toEqual([]);
  });
});

describe("what can only be decided as a whole", () => {
  test.each<[string, readonly [string, string, string]]>([
    ["the start", sides(inJourney("start -> @"), "A", "B", "C")],
    ["a property", sides(inJourney("a: @"), "1", "2", "3")],
    ["raw", sides(inJourney("raw { a: @ }"), "1", "2", "3")],
    ["a parameter", sides("param p = @", "1", "2", "3")],
    ["a resource", sides('resource theme "T" from "@"', "a", "b", "c")],
    ["a page that became a node there", [inPage("a: 1"), inPage("a: 2"), inJourney("node P: T")]],
    ["a page that became a node here", [inPage("a: 1"), inJourney("node P: T"), inPage("a: 2")]],
    ["steps of a scenario", sides('scenario "s" of J { wait @ }', "1m", "2m", "3m")],
    ["scenarios that both added", ["", 'scenario "s" of J { resume }', 'scenario "s" of J { wait 1m }']],
    [
      "steps that cannot follow each other as text",
      [
        'scenario "s" of J { submit A { a: 1 } }',
        'scenario "s" of J { submit A { a: 1, b: 2 } }',
        'scenario "s" of J { submit B { a: 1 } }',
      ],
    ],
  ])("%s", (_what, [base, ours, theirs]) => {
    const merged = merge(base, ours, theirs);
    expect(merged.lines).toEqual(merge(ours, ours, ours).lines);
    expect(merged.conflicts.map((text) => text.slice(text.indexOf(": ") + 2))).toEqual([another]);
    expect(merged.marks[0]).toBe(`conflict: ${another}`);
  });
});
