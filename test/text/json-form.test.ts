import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { jsonIn, writeLike } from "../../src/text/json-form.js";

const value: Json = { a: "x", b: [1, { c: true }], d: {}, e: [], f: { g: null, h: ["y", "z"] } };

/** As Jackson writes it, and with it file-based configuration of AM. */
const jackson = `{
  "a" : "x",
  "b" : [ 1, {
    "c" : true
  } ],
  "d" : { },
  "e" : [ ],
  "f" : {
    "g" : null,
    "h" : [ "y", "z" ]
  }
}`;

describe("a JSON text written like another one", () => {
  const texts = {
    "two spaces": JSON.stringify(value, null, 2),
    "four spaces, with a line end": `${JSON.stringify(value, null, 4)}\n`,
    tabs: JSON.stringify(value, null, "\t"),
    "one line": JSON.stringify(value),
    "Windows line ends": JSON.stringify(value, null, 2).replaceAll("\n", "\r\n"),
    "a byte order mark": `\ufeff${JSON.stringify(value, null, 2)}\n\n`,
    "as Jackson writes it": jackson,
    "one line with spaces": '{ "a": "x", "b": [ 1, { "c": true } ], "f": { "g": null, "h": [ "y", "z" ] } }',
  };

  test.each(Object.entries(texts))("%s", (_, text) => {
    const read = jsonIn(text);
    expect(read).toBeDefined();
    expect(writeLike(text, read!)).toBe(text);
    const changed = { ...(read as object), a: "new" } as Json;
    expect(writeLike(text, changed)).toBe(text.replace('"x"', '"new"'));
  });

  test.each(["", "{", "[] x", "<html>"])("%j is no JSON", (text) => {
    expect(jsonIn(text)).toBeUndefined();
  });
});
