// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../support/any-text.js";
import { parseText } from "./parse-text.js";

const words = [
  "journey",
  "node",
  "page",
  "start",
  "raw",
  "layout",
  "require",
  "before",
  "scenario",
  "of",
  "expect",
  "given",
  "A",
  "B",
  "success",
  "__proto__",
];
const marks = [
  ":",
  "->",
  ",",
  ".",
  "@",
  "=",
  "{",
  "}",
  "[",
  "]",
  "\n",
  "\n  ",
  "\n    ",
  '"""',
  '"',
  "/*",
  "*/",
  "//",
  "${",
  "\\",
  "-",
  "#",
];
const others = ['"text"', '"${x}"', "1", "2.5", "90s", "007", "é", "\u0000", "\ud800", "\u2028"];

function ends(text: string): void {
  const { file, diagnostics } = parseText(text);
  expect(file.kind).toBe("file");
  expect(diagnostics.length).toBeLessThanOrEqual(101);
  for (const { message, place } of diagnostics) {
    expect(message).not.toContain("something else, found");
    expect(place.range.start).toBeGreaterThanOrEqual(0);
    expect(place.range.end).toBeLessThanOrEqual(text.length);
    expect(place.range.start).toBeLessThanOrEqual(place.range.end);
  }
}

describe("any input ends in a result", () => {
  test("random text", () => {
    fc.assert(fc.property(anyText(200), ends), { numRuns: 500 });
  });

  test("random tokens", () => {
    const token = fc.constantFrom(...words, ...marks, ...others);
    const text = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(" "));
    fc.assert(fc.property(text, ends), { numRuns: 700 });
  });

  test("random tokens in a journey", () => {
    const token = fc.constantFrom(...words, ...marks, ...others);
    const text = fc
      .array(token, { maxLength: 30 })
      .map((tokens) => `journey J {\n  node A: T {\n    ${tokens.join(" ")}\n  }\n}\n`);
    fc.assert(fc.property(text, ends), { numRuns: 700 });
  });

  test.each([
    "journey J {\n  node A: T {\n layout ${ =\n  }\n}\n",
    "[",
    "{",
    "x: [",
    "x: {",
    "[{",
    "}",
    "]",
    "node A: T {\n",
    "page P {",
    '"',
    '"""',
    '\\"""\n',
    "/*",
    "a, ",
    "a.",
    "a ",
    "-> ",
    "\u0000",
    "\ud800",
    "é",
    "${",
    "\n",
    "- ",
    "{ x {",
    "a -> 1 ",
    "page: ",
    "node ",
  ])("%j thirty thousand times", (piece) => {
    ends(piece.repeat(30_000));
    ends(`journey J {\n  x: ${piece.repeat(30_000)}`);
  });

  test("nesting has a limit, and what is beside it is kept", () => {
    const deep = `journey J {\n  a: ${"[".repeat(300)}${"]".repeat(300)}\n  b: 1\n}`;
    const { file, diagnostics } = parseText(deep);
    expect(diagnostics.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
    expect(file.items[0]).toMatchObject({ members: [{ key: { text: "a" } }, { key: { text: "b" } }] });
  });

  test("a file that is too large is not read", () => {
    const { file, diagnostics } = parseText(" ".repeat(16_000_001));
    expect(file.items).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-too-large"]);
  });

  test("a file of mistakes ends its list", () => {
    const { diagnostics } = parseText("#\n".repeat(5000));
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)?.code).toBe("too-many-problems");
  });
});
