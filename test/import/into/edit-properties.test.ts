import { describe, expect, test } from "vitest";
import { editProperties } from "../../../src/import/into/edit-properties.js";
import { TextEdits } from "../../../src/import/into/text-edits.js";
import type { Property } from "../../../src/syntax/ast.js";
import { parse } from "../../../src/syntax/parse.js";
import type { Json } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";

const textOf = (lines: readonly string[]) => `journey J {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

function propertiesOf(text: string): readonly Property[] {
  const [item] = parse(new SourceFile("x.journey", text)).file.items;
  return (item?.kind === "journey" ? item.members : []).filter((member) => member.kind === "property");
}

type Values = Readonly<Record<string, Json>>;

/** The lines after the change; `(first)` stands before lines that found no other to follow. */
function edited(
  written: readonly string[],
  before: Values,
  after: Values,
  wanted: readonly string[],
): readonly string[] {
  const text = textOf(written);
  const edits = new TextEdits(text);
  const first: string[] = [];
  editProperties(
    {
      written: propertiesOf(text),
      before: new Map(Object.entries(before)),
      after: new Map(Object.entries(after)),
      wanted: propertiesOf(textOf(wanted)),
      depth: 1,
      insertFirst: (lines) => first.push(...lines.split("\n").map((line) => `(first) ${line.trim()}`)),
    },
    edits,
  );
  const lines = edits.apply().split("\n").slice(1, -2);
  return [...first, ...lines.map((line) => line.trim())];
}

describe("a line changes with its value", () => {
  test("and no other one does", () => {
    expect(edited(["a: 1 // one", "b: 2 // two"], { a: 1, b: 2 }, { a: 1, b: 3 }, ["a: 1", "b: 3"])).toEqual([
      "a: 1 // one",
      "b: 3 // two",
    ]);
  });

  test("but not where it says the same otherwise", () => {
    expect(edited(["a: { x: 1,  y: 2 }"], { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, ["a: { y: 2, x: 1 }"])).toEqual(
      ["a: { x: 1,  y: 2 }"],
    );
  });

  test("a new one goes below the last", () => {
    expect(edited(["a: 1"], { a: 1 }, { a: 1, b: 2, c: 3 }, ["a: 1", "b: 2", "c: 3"])).toEqual([
      "a: 1",
      "b: 2",
      "c: 3",
    ]);
    expect(edited([], {}, { a: 1, b: 2 }, ["a: 1", "b: 2"])).toEqual(["(first) a: 1", "(first) b: 2"]);
  });

  test("a new one goes below the last that stays", () => {
    expect(edited(["a: 1", "b: 2"], { a: 1, b: 2 }, { a: 1, c: 3 }, ["a: 1", "c: 3"])).toEqual(["a: 1", "c: 3"]);
    expect(edited(["b: 2"], { b: 2 }, { c: 3 }, ["c: 3"])).toEqual(["(first) c: 3", ""].slice(0, 1));
  });
});

describe("a value that is gone", () => {
  test("takes its line with it", () => {
    expect(edited(["a: 1", "b: 2"], { a: 1, b: 2 }, { b: 2 }, ["b: 2"])).toEqual(["b: 2"]);
  });

  test("becomes `absent` where there is a default", () => {
    const wanted = ["a: absent", "b: 2"];
    expect(edited(["a: 1", "b: 2"], { a: 1, b: 2 }, { b: 2 }, wanted)).toEqual(["a: absent", "b: 2"]);
    expect(edited(["b: 2"], { a: 1, b: 2 }, { b: 2 }, wanted)).toEqual(["b: 2", "a: absent"]);
  });

  test("and never had a line leaves none", () => {
    expect(edited(["b: 2"], { a: 1, b: 2 }, { b: 2 }, ["b: 2"])).toEqual(["b: 2"]);
  });

  test("takes its `absent` with it when it comes back as its default", () => {
    expect(edited(["a: absent", "b: 2"], { b: 2 }, { a: 1, b: 2 }, ["b: 2"])).toEqual(["b: 2"]);
    expect(edited(["a: absent", "b: 2"], { b: 2 }, { a: 3, b: 2 }, ["a: 3", "b: 2"])).toEqual(["a: 3", "b: 2"]);
  });

  test("is not the same as `null`", () => {
    expect(edited(["a: null"], { a: null }, {}, [])).toEqual([]);
    expect(edited(["a: null"], { a: null }, { a: null }, ["a: null"])).toEqual(["a: null"]);
    expect(edited([], {}, { a: null }, ["a: null"])).toEqual(["(first) a: null"]);
  });

  test("is said where the type requires it now", () => {
    expect(edited(["b: 2"], { b: 2 }, { b: 2 }, ["b: 2", "a: absent"])).toEqual(["b: 2", "a: absent"]);
    expect(edited(["a: absent", "b: 2"], { b: 2 }, { b: 2 }, ["a: absent", "b: 2"])).toEqual(["a: absent", "b: 2"]);
  });
});

describe("texts in several languages have a line each", () => {
  const all = { en: "x", de: "y" };

  test("one that changes changes its line", () => {
    expect(edited(['a: "x"', 'a.de: "y"'], { a: all }, { a: { ...all, de: "z" } }, ['a: "x"', 'a.de: "z"'])).toEqual([
      'a: "x"',
      'a.de: "z"',
    ]);
  });

  test("a new one goes below the others of its property", () => {
    const after = ['a: "x"', 'a.de: "y"', 'a.fr: "z"'];
    expect(
      edited(['a: "x"', 'a.de: "y"', "b: 1"], { a: all, b: 1 }, { a: { ...all, fr: "z" }, b: 1 }, [...after, "b: 1"]),
    ).toEqual([...after, "b: 1"]);
  });

  test("one that is gone takes its line with it", () => {
    expect(edited(['a: "x"', 'a.de: "y"'], { a: all }, { a: { en: "x" } }, ['a: "x"'])).toEqual(['a: "x"']);
  });

  test("where all are others now, the new ones stand in their place", () => {
    expect(
      edited(
        ["b: 1", 'a.de: "y"', 'a.fr: "z"', "c: 1"],
        { a: { de: "y", fr: "z" }, b: 1, c: 1 },
        { a: { it: "w" }, b: 1, c: 1 },
        ["b: 1", 'a.it: "w"', "c: 1"],
      ),
    ).toEqual(["b: 1", 'a.it: "w"', "c: 1"]);
  });

  test("where the property has no languages any more, the whole value is written", () => {
    expect(edited(['a: "x"', 'a.de: "y"'], { a: all }, { a: all }, ['a: { en: "x", de: "y" }'])).toEqual([
      'a: { en: "x", de: "y" }',
    ]);
  });
});

describe("a text is left as it is written while it stays the same", () => {
  test.each([
    ['a: """\n    x\n    """', "x", 'a: "x"'],
    ['a: "\\u0078"', "x", 'a: "x"'],
  ])("%j", (written, value, wanted) => {
    // Another language has changed, so that the lines of the property are compared one by one.
    const result = edited([written, 'a.de: "y"'], { a: { en: value, de: "y" } }, { a: { en: value, de: "z" } }, [
      wanted,
      'a.de: "z"',
    ]);
    expect(result.join("\n")).toContain(written.split("\n")[0]);
    expect(result).toContain('a.de: "z"');
  });

  test("a parameter in it is no text: the value is written", () => {
    const parameter = `"\${${"p"}}"`;
    expect(edited([`a: ${parameter}`], { a: "x" }, { a: "y" }, ['a: "y"'])).toEqual(['a: "y"']);
  });

  test.each<[string, string, string]>([
    ["another text", '"x"', '"xy"'],
    ["what was no text", "1", '"1"'],
    ["what is no text now", '"1"', "1"],
    ["two values that are no texts", "1", "2"],
    ["an empty text", '"x"', '""'],
    ["a text that was empty", '""', '"x"'],
  ])("%s is written", (_what, before, after) => {
    // The value in the default locale; that of another one is the same as before.
    const lines = (value: string) => [`a: ${value}`, 'a.de: "y"'];
    const values = (text: string) => ({ a: { en: JSON.parse(text), de: "y" } });
    expect(edited(lines(before), values(before), values(after), lines(after))).toEqual(lines(after));
  });

  test("an empty text stays in whatever form it has", () => {
    const value = (de: string) => ({ a: { en: "", de } });
    expect(edited(['a:  ""', 'a.de: "y"'], value("y"), value("z"), ['a: ""', 'a.de: "z"'])).toEqual([
      'a:  ""',
      'a.de: "z"',
    ]);
  });
});

describe("the name of a script", () => {
  test("becomes its id where the property takes no scripts any more", () => {
    expect(edited(["a: Rate"], { a: "id" }, { a: "id" }, ['a: "id"'])).toEqual(['a: "id"']);
    expect(edited(["a: [Rate]"], { a: ["id"] }, { a: ["id"] }, ['a: ["id"]'])).toEqual(['a: ["id"]']);
    expect(edited(["a: { b: Rate }"], { a: { b: "id" } }, { a: { b: "id" } }, ['a: { b: "id" }'])).toEqual([
      'a: { b: "id" }',
    ]);
  });

  test("stays where only another value of its list or object is none", () => {
    expect(edited(['a: ["x", Rate]'], { a: ["x", "id"] }, { a: ["x", "id"] }, ['a: ["x", Rate]'])).toEqual([
      'a: ["x", Rate]',
    ]);
    expect(edited(['a: ["x", Rate]'], { a: ["x", "id"] }, { a: ["x", "id"] }, ['a: ["x", "id"]'])).toEqual([
      'a: ["x", "id"]',
    ]);
    expect(
      edited(["a: { b: 1, c: Rate }"], { a: { b: 1, c: "i" } }, { a: { b: 1, c: "i" } }, ['a: {b: 1, c: "i"}']),
    ).toEqual(['a: { b: 1, c: "i" }']);
  });

  test("is not what `absent` is", () => {
    expect(edited(["a: absent"], {}, {}, ["a: 1"])).toEqual(["a: absent"]);
  });

  test("stays where it still does, and a literal id too", () => {
    expect(edited(["a: Rate"], { a: "id" }, { a: "id" }, ["a: Rate"])).toEqual(["a: Rate"]);
    expect(edited(['a: "id"'], { a: "id" }, { a: "id" }, ["a: Rate"])).toEqual(['a: "id"']);
  });
});
