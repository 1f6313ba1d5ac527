import { expect, test } from "vitest";
import { rewriteJavaLength } from "../../../src/simulate/scripts/java-length.js";

test.each([
  ["a.length()", "a.Length()"],
  ["a.length ( \n ) + b.length()", "a.Length ( \n ) + b.Length()"],
  ["a.length + a.length(1) + a.lengths() + length()", undefined],
  ["'a.length()' + \"b.length()\" + `c.length()`", undefined],
  ["'it\\'s.length()' + a.length()", "'it\\'s.length()' + a.Length()"],
  ["// it's\na.length()", "// it's\na.Length()"],
  ["/* it's */ a.length() /* b.length() */", "/* it's */ a.Length() /* b.length() */"],
  ["x = /['\"]/ . test(a) ? a.length() : 'b.length()'", "x = /['\"]/ . test(a) ? a.Length() : 'b.length()'"],
  ["x = /[/'].length()/", undefined],
  ["/'/.test(a); a.length()", "/'/.test(a); a.Length()"],
  ["a / b.length() / c.length()", "a / b.Length() / c.Length()"],
  ["a = b /* c */ / d.length() / 2", "a = b /* c */ / d.Length() / 2"],
  ["'not closed\na.length()", "'not closed\na.Length()"],
  ["x = / not closed\na.length()", "x = / not closed\na.Length()"],
])("%s", (body, expected) => {
  expect(rewriteJavaLength(body)).toBe(expected ?? body);
});

// Looked through again from each of its characters, one of these takes minutes.
test.each(["/*", "=/[", '"\\', "`\\", "'\\'", ".length", ".length(", "= / ", "(/a", "\n/"])(
  "%j very often is looked through once",
  (piece) => {
    const body = `a.length();${piece.repeat(500_000)}`;
    expect(rewriteJavaLength(body).startsWith("a.Length();")).toBe(true);
    expect(rewriteJavaLength(body)).toHaveLength(body.length);
  },
);
