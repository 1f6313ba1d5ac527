import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/text/parse-json.js";
import { SourceFile } from "../../src/text/source-file.js";

const parse = (text: string) => parseJson(new SourceFile("a.json", text));

describe("parseJson", () => {
  it("accepts exactly what JSON.parse accepts", () => {
    const pieces = fc.constantFrom(
      ..."{}[],:\"\\-+.eE019tfn \n/'\u0000\ud800",
      "true",
      "null",
      '"a"',
      "\\u12",
      '\\"',
      "1e5",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
        ),
        (text) => {
          // A number that no double holds is told, where JSON.parse takes another one.
          fc.pre(!/\de\+?\d{3}/i.test(text));
          const result = parse(text);
          let expected: unknown;
          try {
            expected = JSON.parse(text);
          } catch {
            expect(result.kind).toBe("problem");
            return;
          }
          expect(result).toMatchObject({ kind: "value" });
          expect(result.kind === "value" && JSON.stringify(result.value)).toBe(JSON.stringify(expected));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["", "the text is empty", 0],
    ['{"a": 1,}', "a comma must not stand before `}`", 7],
    ["[1 2]", "expected `,` or `]`, found `2`", 3],
    ["{'a': 1}", "expected a name in double quotes, or `}`, found a single quote: strings need double quotes", 1],
    ['{"a" 1}', "expected `:`, found `1`", 5],
    ['"abc', "this string has no closing quote", 0],
    ["[1] x", "expected the end of the text, found `x`", 4],
    ["// no\n1", "expected a value, found `/`: JSON has no comments", 0],
    ["undefined", "expected a value, found `u`", 0],
    ['["\\x"]', "unknown escape in a string, found `\\`", 2],
  ])("says what is wrong with %j", (text, problem, offset) => {
    expect(parse(text)).toEqual({ kind: "problem", problem, offset });
  });

  it("finds members of one name among texts that look like names", () => {
    const piece = fc.constantFrom("a", "\\", '"', ":", " :", '":', '\\":', "a\\");
    const text = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(""));
    const member = fc.tuple(text, fc.oneof(text, fc.constant(1)), fc.constantFrom("", " ", "\n\t"));
    fc.assert(
      fc.property(fc.array(member, { maxLength: 5 }), (members) => {
        const written = members.map(([key, value, blank]) => `${JSON.stringify(key)}${blank}:${JSON.stringify(value)}`);
        const result = parse(`[{${written.join(",")}}]`);
        const twice = members.filter(([key], index) => members.findIndex(([other]) => other === key) < index);
        expect(result.kind === "value" && result.duplicates.map(({ key }) => key)).toEqual(twice.map(([key]) => key));
      }),
      { numRuns: 2000 },
    );
  });

  it("survives 100,000 brackets, open and balanced", () => {
    const depth = 100_000;
    expect(parse("[".repeat(depth))).toMatchObject({ kind: "problem", offset: depth });
    expect(parse("[".repeat(depth) + "]".repeat(depth)).kind).toBe("value");
    expect(parse('{"a":'.repeat(depth)).kind).toBe("problem");
  });

  it("reports duplicate keys, also when one is escaped, and keeps __proto__ as a member", () => {
    const text = '{"a": 1, "__proto__": {"a": 2}, "\\u0061": 3}';
    const result = parse(text);
    expect(result).toMatchObject({ kind: "value", duplicates: [{ key: "a", first: { start: 1, end: 4 } }] });
    if (result.kind !== "value") return;
    expect(Object.keys(result.value as object)).toEqual(["a", "__proto__"]);
  });

  it("passes over a byte order mark", () => {
    expect(parse("\ufeff[1]")).toMatchObject({ kind: "value", value: [1] });
  });
});
