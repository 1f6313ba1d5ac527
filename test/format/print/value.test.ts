import { describe, expect, it } from "vitest";
import { formatText } from "../format-text.js";

/** A parameter with a list of two texts, whose line has this many columns. */
const list = (columns: number) => {
  const long = "x".repeat(columns - 'param a = ["y", ""]'.length);
  return { line: `param a = ["y", "${long}"]\n`, lines: `param a = [\n  "y",\n  "${long}",\n]\n` };
};
const object = (columns: number) => {
  const long = "x".repeat(columns - 'param a = { k: 1, l: "" }'.length);
  return { line: `param a = { k: 1, l: "${long}" }\n`, lines: `param a = {\n  k: 1,\n  l: "${long}",\n}\n` };
};

describe.each([
  ["a list", list],
  ["an object", object],
])("%s", (_, make) => {
  it("is on one line of at most 100 columns", () => {
    for (const columns of [40, 99, 100]) {
      const { line, lines } = make(columns);
      expect(line).toHaveLength(columns + 1);
      expect(formatText(line)).toBe(line);
      expect(formatText(lines)).toBe(line);
    }
  });

  it("has an item on each line where it is longer", () => {
    for (const columns of [101, 140]) {
      const { line, lines } = make(columns);
      expect(formatText(line)).toBe(lines);
      expect(formatText(lines)).toBe(lines);
    }
  });
});

describe("the items of a broken value", () => {
  it("are measured with the comma behind them", () => {
    const item = (columns: number) => `  ["${"x".repeat(columns - '  [""],'.length)}"],\n`;
    const text = (columns: number) => `param a = [\n${item(columns)}  "${"y".repeat(60)}",\n]\n`;
    expect(formatText(text(100))).toBe(text(100));
    expect(formatText(text(101))).not.toBe(text(101));
  });

  it("have no blank lines between them", () => {
    const long = "x".repeat(100);
    expect(formatText(`param a = [\n  "${long}",\n\n  1\n\n]`)).toBe(`param a = [\n  "${long}",\n  1,\n]\n`);
  });
});
