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
  defaulted: readonly string[] = [],
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
      hasDefault: (key) => defaulted.includes(key),
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
    expect(edited(["a: 1", "b: 2"], { a: 1, b: 2 }, { b: 2 }, ["b: 2"], ["a"])).toEqual(["a: absent", "b: 2"]);
    expect(edited(["b: 2"], { a: 1, b: 2 }, { b: 2 }, ["b: 2"], ["a"])).toEqual(["b: 2", "a: absent"]);
  });

  test("and never had a line leaves none", () => {
    expect(edited(["b: 2"], { a: 1, b: 2 }, { b: 2 }, ["b: 2"])).toEqual(["b: 2"]);
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
});

describe("the name of a script", () => {
  test("becomes its id where the property takes no scripts any more", () => {
    expect(edited(["a: Rate"], { a: "id" }, { a: "id" }, ['a: "id"'])).toEqual(['a: "id"']);
    expect(edited(["a: [Rate]"], { a: ["id"] }, { a: ["id"] }, ['a: ["id"]'])).toEqual(['a: ["id"]']);
    expect(edited(["a: { b: Rate }"], { a: { b: "id" } }, { a: { b: "id" } }, ['a: { b: "id" }'])).toEqual([
      'a: { b: "id" }',
    ]);
  });

  test("stays where it still does, and a literal id too", () => {
    expect(edited(["a: Rate"], { a: "id" }, { a: "id" }, ["a: Rate"])).toEqual(["a: Rate"]);
    expect(edited(['a: "id"'], { a: "id" }, { a: "id" }, ["a: Rate"])).toEqual(['a: "id"']);
  });
});
