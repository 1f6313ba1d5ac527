import { describe, expect, test } from "vitest";
import { createScriptHost, type RanStatements } from "../../../src/simulate/scripts/create-script-host.js";
import { runLegacy, runNext } from "./script-fixture.js";

interface Lines {
  readonly ran: readonly number[];
  readonly never: readonly number[];
}

let seen: Record<string, Lines> = {};
const ran: RanStatements = {
  add({ title, body }, statements, marks) {
    const lines = { ran: new Set<number>(), never: new Set<number>() };
    for (const [index, offset] of statements.entries()) {
      lines[marks[index] === 1 ? "ran" : "never"].add(body.slice(0, offset).split("\n").length);
    }
    const inOrder = (set: Set<number>) => [...set].sort((left, right) => left - right);
    seen[title] = { ran: inOrder(lines.ran), never: inOrder(lines.never) };
  },
};
const marking = createScriptHost({ ran });
const impatient = createScriptHost({ ran, limits: { milliseconds: 300 } });

/** The lines whose statements ran, and the lines whose statements did not, by the title of the script. */
async function linesOf(body: string, libraries: Readonly<Record<string, string>> = {}, run = runNext) {
  seen = {};
  const { result } = await run(body, { host: body.includes("while (true)") ? impatient : marking, libraries });
  return { result, ...(seen["Test Script"] as Lines), seen };
}

describe("the lines that ran are exact", () => {
  test.each<[string, string, readonly number[], readonly number[]]>([
    ["branches without braces", 'if (1 > 2)\n  outcome = "a";\nelse\n  outcome = "b";', [1, 4], [2]],
    [
      "chains of branches",
      'var n = 2;\nif (n === 1) {\n  outcome = "1";\n} else if (n === 2) {\n  outcome = "2";\n} else outcome = "3";',
      [1, 2, 4, 5],
      [3, 6],
    ],
    [
      "loops",
      "for (var i = 0; i < 2; i++)\n  outcome = String(i);\nwhile (false)\n  outcome = 1;\ndo\n  outcome = 'x';\nwhile (false);\nfor (var k in {})\n  k++;",
      [1, 2, 3, 5, 6, 8],
      [4, 9],
    ],
    [
      "cases",
      'switch ("b") {\n  case "a":\n    outcome = "a";\n    break;\n  case "b":\n    outcome = "b";\n    break;\n  default:\n    outcome = "c";\n}',
      [1, 6, 7],
      [3, 4, 9],
    ],
    [
      "what is behind an exception",
      'try {\n  nothing.there();\n  outcome = "a";\n} catch (e) {\n  outcome = "b";\n} finally {\n  outcome += "c";\n}',
      [1, 2, 5, 7],
      [3],
    ],
    [
      "functions that are called and that are not",
      "function a() {\n  return 1;\n}\nfunction b() {\n  return 2;\n}\noutcome = String(a());",
      [2, 7],
      [5],
    ],
    [
      "functions in an expression",
      "var f = function () {\n  return 1;\n};\nvar g = function () {\n  return 2;\n};\noutcome = String(f());",
      [1, 2, 4, 7],
      [5],
    ],
    ["arrows", "var f = (x) =>\n  x * 2;\nvar g = () =>\n  3;\noutcome = String(f(1));", [1, 2, 3, 5], [4]],
    [
      "labels",
      "outer: for (var i = 0; i < 2; i++) {\n  for (;;) {\n    if (i === 5)\n      break outer;\n    continue outer;\n  }\n}\noutcome = 'a';",
      [1, 2, 3, 5, 8],
      [4],
    ],
    [
      "lines without semicolons",
      "var a = 1\nvar b = function () {\n  return a\n}\nif (a === 2) outcome = 'x'\nelse outcome = 'y'\nb()",
      [1, 2, 3, 5, 6, 7],
      [5],
    ],
    [
      "directives",
      '"use strict";\noutcome = (function () { return this === undefined; })() ? "strict" : "loose";',
      [2],
      [],
    ],
    [
      "`const` and `let` in a loop",
      "for (let i = 0; i < 2; i++) {\n  const c = i;\n  outcome = String(c);\n}",
      [1, 2, 3],
      [],
    ],
    ["comments and blank lines", "// a\n\noutcome = 'a'; /* b */\n/* c\n*/ outcome = 'd';", [3, 5], []],
    ["what follows an early end", "outcome = 'a';\nthrow new Error('x');\noutcome = 'b';", [1, 2], [3]],
    [
      "an endless loop, up to its end",
      "outcome = 'a';\nwhile (true) {\n  outcome = 'b';\n}\noutcome = 'c';",
      [1, 2, 3],
      [5],
    ],
    ["several statements on a line", "if (true) outcome = 'a'; else outcome = 'b';", [1], [1]],
    ["a zero-width blank before the text", "\u200bvar a = 1;\n\u200boutcome = 'a';\nif (!a)\n  a = 2;", [1, 2, 3], [4]],
  ])("%s", async (_, body, lines, never) => {
    const found = await linesOf(body);
    expect({ ran: found.ran, never: found.never }).toEqual({ ran: lines, never });
  });

  test("in the legacy engine, with what only Rhino has", async () => {
    const body = `var sum = 0;
for each (var n in [1, 2])
  sum += n;
var twice = function (x)
  x * 2;
try {
  throw "a";
} catch (e if e === "b") {
  sum = 0;
} catch (e) {
  sum = twice(sum);
}
const once = 1;
once = 2;
outcome = String(sum + once);`;
    const { result, ran: lines, never } = await linesOf(body, {}, runLegacy);
    expect(result).toMatchObject({ kind: "done", outcome: "7" });
    expect({ ran: lines, never }).toEqual({ ran: [1, 2, 3, 4, 5, 6, 7, 11, 13, 14, 15], never: [9] });
  });

  test.each([
    ["in a built-in function", "var t = new Float64Array(3e6);\nfor (;;)\n  t.sort(); // while (true)\noutcome = 'a';"],
    ["with its memory used up", "var a = [];\nwhile (true)\n  a.push('xxxxxxxxxxxx');\noutcome = 'a';"],
    ["deep in itself", "function f() {\n  f(); }\nf();\noutcome = 'a'; // while (true)"],
  ])("also where the engine itself was ended %s", async (_what, body) => {
    const { result, ran: lines, never } = await linesOf(body);
    expect(result.kind).toBe("error");
    expect({ ran: lines, never }).toEqual({ ran: body.startsWith("function") ? [2, 3] : [1, 2, 3], never: [4] });
  });

  test("of libraries too", async () => {
    const library = 'exports.a = function () {\n  return "a";\n};\nexports.b = function () {\n  return "b";\n};';
    await linesOf('var lib = require("Lib");\noutcome = lib.a();', { Lib: library });
    expect(seen).toEqual({
      "Test Script": { ran: [1, 2], never: [] },
      Lib: { ran: [1, 2, 4], never: [5] },
    });
  });
});

describe("marks change nothing", () => {
  test("the order of evaluation, the value of `eval`, and places of errors", async () => {
    const bodies = [
      "outcome = eval('1; if (true) 2; else 3') + '';",
      "outcome = [1, 2].map(function (x) { return x }).concat((() => ({ a: 1 }))().a).join();",
      "var a = 1\n;(function () { a++ })()\n++a\noutcome = String(a)",
      "function f() { return\n  1 }\noutcome = String(f())",
      "do outcome = 'x'; while (false) outcome += 'y'",
      "if (true) function g() { return 1 }\noutcome = typeof g",
      "\n   nothing.there()",
      "var s = ''; for (var k in { a: 1, b: 2 }) if (k === 'a') continue; else s += k\noutcome = s",
      "var fs = []; for (let i = 0; i < 2; i++) fs.push(function () { return i })\noutcome = fs[0]() + ''",
      "outcome = Object.keys(this).join()",
    ];
    for (const body of bodies) {
      for (const run of [runNext, runLegacy]) {
        const [marked, plain] = [await run(body, { host: marking }), await run(body)];
        expect({ body, result: marked.result }).toEqual({ body, result: plain.result });
      }
    }
  });

  test("a script that takes the list of marks apart harms itself alone", async () => {
    const { result } = await linesOf("rhino$marks.fill(1); try { rhino$marks = null } catch (e) {}\noutcome = 'a';");
    expect(result).toMatchObject({ kind: "done", outcome: "a" });
  });
});
