import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeScript } from "../../src/export-json/script-text.js";
import type { Json } from "../../src/text/json.js";

const body = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", "\n", "a\r\nb", "\ufeffx", '"'),
);

describe("decodeScript", () => {
  test("reads back what each encoding writes", () => {
    fc.assert(
      fc.property(body, (text) => {
        expect(decodeScript(JSON.stringify(text))).toEqual({ body: text, encoding: "json" });
        expect(decodeScript(text.split("\n"))).toEqual({ body: text, encoding: "lines" });
        const base64 = Buffer.from(text, "utf8").toString("base64");
        const isText = text !== "" && !/\p{Surrogate}/u.test(text) && !/[^\P{Cc}\t-\r\u007f-\u009f]|\ufffd/u.test(text);
        if (isText) expect(decodeScript(base64)).toEqual({ body: text, encoding: "base64" });
      }),
    );
  });

  test("any text is answered, never thrown at", () => {
    const letters = fc.string({ unit: fc.constantFrom("A", "b", "/", "+", "=", "9", '"') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(decodeScript(text)?.body).toBeTypeOf("string");
      }),
    );
  });

  test.each<[string, Json, ReturnType<typeof decodeScript>]>([
    ["plain text", "var a = 1;", { body: "var a = 1;", encoding: "plain" }],
    ["a quoted text that is no JSON", '"a" + "b"', { body: '"a" + "b"', encoding: "plain" }],
    ["a quoted text with a blank in front", ' "a"', { body: ' "a"', encoding: "plain" }],
    ["a quoted text with a blank behind", '"a" ', { body: '"a" ', encoding: "plain" }],
    ["a text that only begins with a quote", '"a', { body: '"a', encoding: "plain" }],
    ["a text that only ends with a quote", 'a"', { body: 'a"', encoding: "plain" }],
    ["a list as text", "[1]", { body: "[1]", encoding: "plain" }],
    ["words whose number of letters is no multiple of four", "alert", { body: "alert", encoding: "plain" }],
    ["base64 without its end", "YWI", { body: "YWI", encoding: "plain" }],
    ["base64 with more behind its end", "YQ==YQ==", { body: "YQ==YQ==", encoding: "plain" }],
    ["base64 of a byte order mark", "77u/YQ==", { body: "\ufeffa", encoding: "base64" }],
    ["base64 of a control character", "AAEC", { body: "AAEC", encoding: "plain" }],
    ["base64 of bytes that are no text", "/////w==", { body: "/////w==", encoding: "plain" }],
    ["the empty text", "", { body: "", encoding: "plain" }],
    ["lines with a line end inside", ["a\nb"], undefined],
    ["no lines", [], undefined],
    ["lines that are no texts", ["a", 1], undefined],
    ["an object", { file: "x.js" }, undefined],
    ["null", null, undefined],
  ])("%s", (_name, value, decoded) => {
    expect(decodeScript(value)).toEqual(decoded);
  });
});
