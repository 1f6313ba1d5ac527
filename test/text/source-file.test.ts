import { expect, test } from "vitest";
import { SourceFile } from "../../src/text/source-file.js";

test("positions and lines are the same in whatever order they are asked for", () => {
  const text = "\ufeffone\r\ntwo\n\nfour\n";
  const whole = new SourceFile("a", text);
  expect(whole.lineCount).toBe(5);
  for (let offset = 0; offset <= text.length + 1; offset++) {
    const before = text.slice(0, Math.min(offset, text.length)).replace("\ufeff", "").split("\n");
    const expected = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    expect(whole.positionAt(offset)).toEqual(expected);
    expect(new SourceFile("a", text).positionAt(offset)).toEqual(expected);
  }
  const lines = ["one", "two", "", "four", "", ""];
  lines.forEach((line, index) => {
    expect(new SourceFile("a", text).lineText(index + 1)).toBe(line);
    expect(whole.lineText(index + 1)).toBe(line);
  });
});

test("the first line of a text with more lines than an array takes is found", () => {
  const source = new SourceFile("a", "{\n".repeat(150_000_000));
  expect(source.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(source.positionAt(3)).toEqual({ line: 2, column: 2 });
  expect(source.lineText(1)).toBe("{");
});

test("a text with carriage returns alone has its lines too", () => {
  const source = new SourceFile("a", "one\rtwo\r\rfour");
  expect(source.lineCount).toBe(4);
  expect(source.positionAt(5)).toEqual({ line: 2, column: 2 });
  expect([1, 2, 3, 4].map((line) => source.lineText(line))).toEqual(["one", "two", "", "four"]);
});
