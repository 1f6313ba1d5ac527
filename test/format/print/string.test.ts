import { describe, expect, it } from "vitest";
import { formatText } from "../format-text.js";

const before = 'param a = "'.length;
/** A parameter whose line would have this many columns in quotes. */
const quoted = (columns: number, start: string) => {
  const text = start.padEnd(columns - before - 1, "x");
  return { text, line: `param a = "${text}"\n`, block: `param a = """\n  ${text}\n  """\n` };
};

describe("long HTML", () => {
  it("stays in quotes as long as its line has 100 columns, and is a text block beyond", () => {
    for (const start of ["<p>", "</p>", "<!doctype html>", "text <B>", "<a"]) {
      const fits = quoted(100, start);
      expect(formatText(fits.line)).toBe(fits.line);
      const long = quoted(101, start);
      expect(formatText(long.line)).toBe(long.block);
      expect(formatText(long.block)).toBe(long.block);
    }
  });

  it("is not any long text, nor a comparison", () => {
    for (const start of ["plain ", "1 < 2 ", "<- ", "<1>", "< a>"]) {
      const { line } = quoted(140, start);
      expect(formatText(line)).toBe(line);
    }
  });

  it("is looked for in the texts around parameters, and cannot end in a backslash before one", () => {
    const long = "x".repeat(100);
    expect(formatText(`param b = "\${a}<p>${long}"\n`)).toBe(`param b = """\n  \${a}<p>${long}\n  """\n`);
    const escaped = `param b = "<p>${long}\\\\\${a}"\n`;
    expect(formatText(escaped)).toBe(escaped);
    const last = `param b = "<p>${long}\\\\"\n`;
    expect(formatText(last)).toBe(`param b = """\n  <p>${long}\\\n  """\n`);
    const none = `param b = "\${a}${long}"\n`;
    expect(formatText(none)).toBe(none);
  });
});

describe("a text of several lines", () => {
  it("is a text block, unless nothing in it can be seen", () => {
    expect(formatText('param a = "one\\n\\ntwo"\n')).toBe('param a = """\n  one\n\n  two\n  """\n');
    expect(formatText('param a = "\\n"\n')).toBe('param a = "\\n"\n');
    expect(formatText('param a = "one\\ntwo\\u0007"\n')).toBe('param a = "one\\ntwo\\u0007"\n');
  });
});
