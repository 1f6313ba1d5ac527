import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { JsonPlace } from "../../src/text/json-place.js";
import { SourceFile } from "../../src/text/source-file.js";

/** Every place below one, with the value it stands for. */
function* walk(place: JsonPlace, value: Json): Iterable<[JsonPlace, Json]> {
  yield [place, value];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(place.child(index), item);
  else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* walk(place.child(key), member);
  }
}

describe("JsonPlace", () => {
  test("finds every value, by few look-ups or by many", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, isIndented) => {
        // As JSON has it: -0 is 0.
        const text = JSON.stringify(value, null, isIndented ? 2 : 0);
        const source = new SourceFile("x.json", text);
        for (const [place, expected] of walk(JsonPlace.root(source), JSON.parse(text) as Json)) {
          expect(JSON.parse(source.slice(place.range))).toEqual(expected);
        }
      }),
    );
  });

  test("finds the names of members, odd ones too", () => {
    const source = new SourceFile("x.json", '{"a/b~c": {"\\u0064": [1, {"e": 2}]}}');
    const root = JsonPlace.root(source);
    expect(root.child("a/b~c").pointer).toBe("/a~1b~0c");
    expect(source.slice(root.child("a/b~c").key.range)).toBe('"a/b~c"');
    expect(source.slice(root.child("a/b~c").child("d").key.range)).toBe('"\\u0064"');
    expect(source.slice(root.child("a/b~c").child("d").child(1).child("e").range)).toBe("2");
  });

  test("is found by its pointer too", () => {
    const source = new SourceFile("x.json", '{"a/b": [{"~": 1}, {"~": 2}]}');
    const place = JsonPlace.at(source, "/a~1b/1/~0");
    expect(place.pointer).toBe("/a~1b/1/~0");
    expect(source.slice(place.range)).toBe("2");
    expect(JsonPlace.at(source, "").pointer).toBe("");
  });

  test("what is not there is missed in what should hold it", () => {
    const source = new SourceFile("x.json", '{"a": {"b": 1}}');
    expect(source.slice(JsonPlace.root(source).child("a").child("x").child("y").range)).toBe('{"b": 1}');
  });
});
