import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonOutline, outlineOf } from "../../src/text/json-outline.js";
import { locatePointers, pointerSegments } from "../../src/text/json-source.js";
import { SourceFile } from "../../src/text/source-file.js";

/** The pointers of all values. */
function pointers(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const segmentOf = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, member]) => pointers(member, `${pointer}/${segmentOf(key)}`)),
  ];
}

describe("JsonOutline", () => {
  test("finds every value and name where the scanner finds them", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom("", "\t", "  "),
        fc.boolean(),
        (value, indent, mark) => {
          const text = `${mark ? "\ufeff" : ""}${JSON.stringify(value, null, indent)}\n`;
          const wanted = pointers(value);
          const expected = locatePointers(text, wanted);
          const outline = new JsonOutline(text);
          for (const pointer of wanted) expect(outline.locate(pointerSegments(pointer))).toEqual(expected.get(pointer));
        },
      ),
    );
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
