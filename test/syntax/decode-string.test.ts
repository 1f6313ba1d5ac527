// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the language writes parameters like that.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StringPart } from "../../src/syntax/ast.js";
import { anyText } from "../support/any-text.js";
import { parseMembers, problemsOf } from "./parse-text.js";

function parts(literal: string): readonly StringPart[] {
  const [member] = parseMembers(`  x: ${literal}`);
  if (member?.kind !== "property" || member.value?.kind !== "string") throw new Error("not a string");
  return member.value.parts;
}

describe("quoted strings", () => {
  test.each([
    ['""', [""]],
    ['"a b"', ["a b"]],
    [String.raw`"\"\\\/\b\f\n\r\té😀\$"`, ['"\\/\b\f\n\r\té😀$']],
    [String.raw`"\ud800"`, ["\ud800"]],
    ['"&{esv.x|3}"', ["&{esv.x|3}"]],
    ['"$5 {x} $"', ["$5 {x} $"]],
    [String.raw`"\${realm}"`, ["${realm}"]],
  ])("%s", (literal, wanted) => {
    expect(parts(literal)).toEqual(wanted);
  });

  test("parameters stand between the texts around them", () => {
    const literal = '"managed/${realm}_user ${größe-1}"';
    const found = parts(literal);
    expect(found).toMatchObject(["managed/", { param: "realm" }, "_user ", { param: "größe-1" }]);
    const text = `journey J {\n  x: ${literal}`;
    const ranges = found.flatMap((part) =>
      typeof part === "string" ? [] : [text.slice(part.range.start, part.range.end)],
    );
    expect(ranges).toEqual(["${realm}", "${größe-1}"]);
  });

  test("any JSON string is read as JSON reads it, once `$` is escaped", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(parts(JSON.stringify(text).replaceAll("${", "\\${"))).toEqual([text]);
      }),
    );
  });

  test.each([
    ['"\\x"', "invalid-escape 2"],
    ['"\\u12"', "invalid-escape 2"],
    ['"${a b}"', "invalid-interpolation 2"],
    ['"${"', "invalid-interpolation 2"],
    ['"open', "unterminated-string 2"],
    ['"open\\"', "unterminated-string 2"],
  ])("%s is reported", (literal, problem) => {
    expect(problemsOf(`journey J {\n  x: ${literal}\n  y: 1\n}`)).toEqual([problem]);
  });
});

describe("text blocks", () => {
  test.each([
    ["an empty one", '""""""', ""],
    ["nothing between its marks", '"""\n  """', ""],
    ["one line", '"""a "b" \\d"""', 'a "b" \\d'],
    ["the common indentation goes", '"""\n    a\n      b\n    """', "a\n  b"],
    ["the closing mark counts for it", '"""\n    a\n  """', "  a"],
    ["a closing mark behind text ends no line", '"""\n    a\n    b"""', "a\nb"],
    ["text behind the opening mark stays", '"""  a\n    b\n    """', "  a\nb"],
    ["blank lines", '"""\n    a\n\n      \n    b\n\n    """', "a\n\n  \nb\n"],
    ["escapes", '"""\n  \\"""x\\${y} \\n \\\\${z}\n  """', '"""x${y} \\n \\${z}'],
    ["CRLF", '"""\r\n  a\r\n  b\r\n  """', "a\nb"],
    ["tabs", '"""\n\t\ta\n\t\t\tb\n\t\t"""', "a\n\tb"],
  ])("%s", (_, literal, wanted) => {
    expect(parts(literal)).toEqual([wanted]);
  });

  test("parameters have their place in the text", () => {
    const literal = '"""\r\n    Dear ${name},\r\n    bye\r\n    """';
    const found = parts(literal);
    expect(found).toMatchObject(["Dear ", { param: "name" }, ",\nbye"]);
    const parameter = found[1];
    if (parameter === undefined || typeof parameter === "string") throw new Error("no parameter");
    const text = `journey J {\n  x: ${literal}`;
    expect(text.slice(parameter.range.start, parameter.range.end)).toBe("${name}");
  });

  test("any text without carriage returns can be written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(6), (raw, indent) => {
        const text = raw.replaceAll("\r", "");
        const blank = " ".repeat(indent);
        const lines = text.replaceAll('"""', '\\"""').replaceAll("${", "\\${").split("\n");
        const literal = `"""\n${lines.map((line) => `${blank}${line}\n`).join("")}${blank}"""`;
        // A backslash directly before three quotes or before a parameter is the one text that needs a quoted string.
        fc.pre(!/\\(?:"""|\$\{)/.test(text) && !/\\$/.test(text));
        expect(parts(literal)).toEqual([text]);
      }),
    );
  });

  test("one without its closing mark costs only itself", () => {
    const text = 'journey J {\n  x: """\n    a\n  y: 1\n  z: """\n    b\n    """\n}';
    expect(problemsOf(text)).toEqual(["unterminated-string 2"]);
  });
});
