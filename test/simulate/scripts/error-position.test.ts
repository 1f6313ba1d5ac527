import { expect, test } from "vitest";
import { runLegacy, runNext } from "./script-fixture.js";

test.each([
  ["a syntax error", "var a = 1;\n  let b = ;", 2, 11, /^Script "A .*" cannot be read: Unexpected token, in line 2$/],
  ["an unknown name", "\n\n   missing();", 3, 4, /'missing' is not defined/],
  ["an error that the script throws", "function f() {\n    throw new Error('no');\n}\nf();", 2, undefined, /^no$/],
  [
    "an error inside a binding stands where the script called it",
    'nodeState.putShared("n", 1);\nnodeState.get("n").asString();',
    2,
    undefined,
    /^Expecting a java/,
  ],
  [
    "inside with",
    "var i = JavaImporter(java.util.ArrayList);\nwith (i) {\n  new ArrayList().get(5);\n}",
    3,
    undefined,
    /out of bounds/,
  ],
])("%s", async (_what, body, line, column, message) => {
  const { result } = await runLegacy(body, { title: 'A "title" (x:1:2)' });
  expect(result).toMatchObject({
    kind: "error",
    message: expect.stringMatching(message),
    source: { script: 'A "title" (x:1:2)', line },
  });
  if (column !== undefined) expect(result).toMatchObject({ source: { column } });
});

test("arrow functions and template texts of the next generation", async () => {
  const body = "const f = (x) => `$" + "{x.y.z}`;\n[1].forEach((n) => {\n  f(n);\n});";
  expect((await runNext(body)).result).toMatchObject({ kind: "error", source: { script: "Test Script", line: 1 } });
});

test.each([
  ["throw 'text'", "text"],
  ["throw 5", "5"],
  ["throw { message: 'mine' }", "mine"],
  ["throw Symbol('s')", "Symbol"],
  ["throw {}", "The script threw an object"],
  ["throw null", "The script threw an object"],
])("%s", async (body, message) => {
  expect((await runLegacy(body)).result).toMatchObject({ kind: "error", message, source: { script: "Test Script" } });
});
