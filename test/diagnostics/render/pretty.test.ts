import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDiagnostic, type Diagnostic, type DiagnosticExtras } from "../../../src/diagnostics/diagnostic.js";
import { renderPretty } from "../../../src/diagnostics/render/pretty.js";
import { colourStyle, plainStyle } from "../../../src/diagnostics/render/style.js";
import { SourceFile } from "../../../src/text/source-file.js";

const options = { style: plainStyle, columns: 80, limit: 10 };

function at(text: string, marked: string, extras: DiagnosticExtras = {}, path = "a.journey"): Diagnostic {
  const start = text.indexOf(marked);
  const source = new SourceFile(path, text);
  const place = { source, range: { start, end: start + marked.length } };
  return createDiagnostic("unknown-setting", place, { setting: "x" }, extras);
}

/** The excerpt's line and the underline below it. */
function excerpt(text: string, marked: string, columns = 80): readonly string[] {
  const lines = renderPretty([at(text, marked)], { ...options, columns }).split("\n");
  return lines.slice(4, 6);
}

describe("renderPretty", () => {
  it("teaches: code, message, place, line, help, page, count", () => {
    const text = "journey A {\n  start -> B\n}\n";
    const related = [
      { place: { source: new SourceFile("b.journey", text), range: { start: 8, end: 9 } }, message: "declared here" },
    ];
    const diagnostic = at(text, "B", {
      help: 'Did you mean "A"?',
      related,
      fixes: [{ title: 'Write "A"', edits: [] }],
    });
    expect(renderPretty([diagnostic, diagnostic], options)).toBe(
      [
        ...Array(2)
          .fill([
            "error unknown-setting JRN803",
            'There is no setting "x"',
            "  --> a.journey:2:12",
            "   |",
            " 2 |   start -> B",
            "   |            ^",
            "   declared here",
            "  --> b.journey:1:9",
            "   |",
            " 1 | journey A {",
            "   |         ^",
            '   = help: Did you mean "A"?',
            '   = fix: Write "A"',
            "   = journeyc explain unknown-setting",
            "",
          ])
          .flat(),
        "2 errors in 1 file",
        "",
      ].join("\n"),
    );
  });

  it("counts what it does not show", () => {
    const text = renderPretty(Array(12).fill(at("a", "a", { severity: "warning" })), { ...options, limit: 2 });
    expect(text.match(/warning unknown-setting/g)).toHaveLength(2);
    expect(text).toMatch(/… and 10 more\n\n12 warnings in 1 file\n$/);
  });

  it("shows only the name of a file without text", () => {
    expect(renderPretty([at("", "", {}, "b.journey")], options)).toContain("  --> b.journey:1:1\n   = help");
  });

  it("keeps the underline below tabs, wide characters, emoji and accents", () => {
    expect(excerpt("\tx: bad", "bad")).toEqual([" 1 |     x: bad", "   |        ^^^"]);
    expect(excerpt('"パスワード" bad', "bad")).toEqual([' 1 | "パスワード" bad', "   |              ^^^"]);
    expect(excerpt("😀 e\u0301 bad", "bad")).toEqual([" 1 | 😀 e\u0301 bad", "   |      ^^^"]);
    expect(excerpt("x: 表示", "表示")[1]).toBe("   |    ^^^^");
  });

  it("underlines the first line of a place over several, without the line end", () => {
    expect(excerpt("a b\r\nc d\r\n", "b\r\nc")).toEqual([" 1 | a b", "   |   ^"]);
  });

  it("cuts long lines around the place", () => {
    const [line = "", underline = ""] = excerpt(`${"a".repeat(5000)} bad ${"z".repeat(5000)}`, "bad");
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line).toMatch(/^ 1 \| …a+ bad z+…$/);
    expect(underline.indexOf("^^^")).toBe(line.indexOf("bad"));
    const [long = "", below = ""] = excerpt("b".repeat(100_000), "b".repeat(100_000));
    expect([long.length <= 80, below.length <= 80, long.endsWith("…")]).toEqual([true, true, true]);
  });

  it("sends no control character and no half of a surrogate pair to the terminal, wherever it comes from", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        "\u001b",
        "[",
        "\u0007",
        "\u009b",
        "\u202e",
        "\ud800",
        "a",
        "\n",
        "\r",
        "\t",
        "表",
        "\u0000",
      ),
    });
    fc.assert(
      fc.property(hostile, hostile, fc.nat(20), fc.nat(20), (text, other, start, length) => {
        const place = { source: new SourceFile(other, text), range: { start, end: start + length }, pointer: other };
        const extras = { help: other, related: [{ place, message: other }], fixes: [{ title: other, edits: [] }] };
        const rendered = renderPretty(
          [createDiagnostic("unknown-setting", place, { setting: other }, extras)],
          options,
        );
        const isFine = (code: number) =>
          code === 10 ||
          (code >= 32 && !(code >= 127 && code < 160) && !(code >= 0xd800 && code < 0xe000) && code !== 0x202e);
        const codes = [...rendered].map((char) => char.codePointAt(0) ?? 0);
        expect(codes.filter((code) => !isFine(code))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes one file of one endless line with many findings in its stride", () => {
    const text = "x ".repeat(2_000_000);
    const source = new SourceFile("a.json", text);
    const diagnostics = Array.from({ length: 2000 }, (_, index) =>
      createDiagnostic(
        "unknown-setting",
        { source, range: { start: index * 1500, end: index * 1500 + 1 } },
        { setting: "x" },
      ),
    );
    expect(renderPretty(diagnostics, { ...options, limit: 2000 })).toContain("2000 errors");
  });

  it("uses colours where asked", () => {
    expect(renderPretty([at("a", "a")], { ...options, style: colourStyle })).toContain("\u001b[31m^\u001b[39m");
  });
});
