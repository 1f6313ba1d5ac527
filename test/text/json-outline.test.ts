import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonOutline, outlineOf } from "../../src/text/json-outline.js";
import type { Range } from "../../src/text/range.js";
import { SourceFile } from "../../src/text/source-file.js";

const slice = (text: string, range: Range | undefined) => range && text.slice(range.start, range.end);

describe("JsonOutline", () => {
  test("finds values and names", () => {
    const text = '{ "a": [10, {"b/c": "x"}], "a~": null }';
    const outline = new JsonOutline(text);
    const found = (...segments: (string | number)[]) => {
      const location = outline.locate(segments);
      return [slice(text, location?.value), slice(text, location?.key)];
    };
    expect(found()).toEqual([text, undefined]);
    expect(found("a", 0)).toEqual(["10", undefined]);
    expect(found("a", 1, "b/c")).toEqual(['"x"', '"b/c"']);
    expect(found("a~")).toEqual(["null", '"a~"']);
    expect(outline.locate(["a", 2])).toBeUndefined();
    expect(outline.locate(["a", 0, "x"])).toBeUndefined();
    expect(outline.locate(["toString"])).toBeUndefined();
  });

  test("finds every value of any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("", "\t", "  "), fc.boolean(), (json, indent, mark) => {
        const text = `${mark ? "\ufeff" : ""}${JSON.stringify(json, null, indent)}\n`;
        const value = JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
        const outline = new JsonOutline(text);
        const pending: [readonly (string | number)[], unknown][] = [[[], value]];
        for (let next = pending.pop(); next; next = pending.pop()) {
          const [segments, part] = next;
          const location = outline.locate(segments);
          expect(JSON.parse(slice(text, location?.value) ?? "")).toEqual(part);
          if (typeof part !== "object" || part === null) continue;
          for (const [key, member] of Object.entries(part)) {
            const below = [...segments, Array.isArray(part) ? Number(key) : key];
            const name = slice(text, outline.locate(below)?.key);
            expect(name === undefined ? undefined : JSON.parse(name)).toBe(Array.isArray(part) ? undefined : key);
            pending.push([below, member]);
          }
        }
      }),
    );
  });

  test("finds what ends before a text breaks", () => {
    const text = '{"a": {"b": 1}, "c": [2, {"d": 3}, }';
    const outline = new JsonOutline(text);
    expect(slice(text, outline.locate(["a"])?.value)).toBe('{"b": 1}');
    expect(slice(text, outline.locate(["c", 1, "d"])?.value)).toBe("3");
    expect(outline.locate(["c"])).toBeUndefined();
    expect(outline.locate(["c", 2])).toBeUndefined();
    expect(outline.locate([])).toBeUndefined();
  });

  test("of members of one name the last counts", () => {
    const text = '{"a": {"x": 1}, "a": {"y": "\\\\"}, "\\u0061": [2, "}"]}';
    const found = new JsonOutline(text).locate(["a", 1]);
    expect(found && text.slice(found.value.start, found.value.end)).toBe('"}"');
    expect(new JsonOutline(text).locate(["a", "y"])).toBeUndefined();
  });

  test("names of every object's prototype are plain names", () => {
    const outline = new JsonOutline('{"__proto__": 1}');
    expect(outline.locate(["__proto__"])?.value).toEqual({ start: 14, end: 15 });
    expect(outline.locate(["constructor"])).toBeUndefined();
  });

  test("ends on texts that are no JSON", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'{}[],:"\\ 1a')), (parts) => {
        new JsonOutline(parts.join("")).locate(["a", 0]);
      }),
    );
  });

  test("is made once for a text", () => {
    const source = new SourceFile("a.json", "[1]");
    expect(outlineOf(source)).toBe(outlineOf(source));
  });
});
