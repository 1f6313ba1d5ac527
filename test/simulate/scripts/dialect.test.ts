import { expect, test } from "vitest";
import { codes } from "../../../src/diagnostics/codes.js";
import { missingFunctions, missingNames, refusedSyntax } from "../../../src/rhino/dialect.js";
import { done, runLegacy, runNext } from "./script-fixture.js";

async function both(body: string): Promise<readonly unknown[]> {
  return [done(await runLegacy(body)).outcome, done(await runNext(body)).outcome];
}

test.each([
  ["spread", "outcome = 'true';\nvar all = [...[1]];", 12],
  ["default-value", "outcome = 'true';\nfunction f(a = 1) {}", 13],
  ["class", "outcome = 'true';\nclass A {}", 1],
  ["optional-chain", "outcome = 'true';\nvar a = outcome?.length;", 9],
  ["nullish", "outcome = 'true';\nvar a = outcome ?? 1;", 16],
  ["const-in-for", "outcome = 'true';\nfor (const a of [1]) {}", 1],
  ["named-group", "outcome = 'true';\nvar a = /(?<y>a)/;", 9],
  ["redeclaration", "outcome = 'true';\nif (a) { const b = 1; } else { const b = 2; }", 38],
  ["redeclaration", "outcome = 'true';\nconst Map = {};", 7],
] as const)("a script with %s does not run, as on the platform", async (syntax, body, column) => {
  const message = codes["script-syntax-refused"].title({ script: "Test Script", line: 2, ...refusedSyntax[syntax] });
  const failed = { kind: "error", message, source: { script: "Test Script", line: 2, column } };
  for (const run of [runLegacy, runNext]) {
    const { result, stores } = await run(body.replace("outcome = 'true'", "nodeState.putShared('a', 1)"));
    expect(result).toEqual(failed);
    expect(stores.shared.get("a")).toBeUndefined();
  }
});

test.each(["eval('[...[1]]')", "new Function('a = 1', 'return a')", "new Function('return [...[1]]')"])(
  "%s is refused when it comes there",
  async (code) => {
    expect(await both(`try { ${code}; outcome = "ran" } catch (e) { outcome = e.name }`)).toEqual([
      "SyntaxError",
      "SyntaxError",
    ]);
  },
);

test.each(["new RegExp('(?<y>a)')", "RegExp('(?<=a)b')", "new RegExp('a', 's')"])("%s is refused", async (code) => {
  expect(await both(`try { ${code}; outcome = "ran" } catch (e) { outcome = e.name }`)).toEqual([
    "SyntaxError",
    "SyntaxError",
  ]);
});

// Each value is what Rhino 1.7.14 gives.
test.each([
  [
    "a constant in a loop keeps its first value",
    "var s = ''; for (var i = 0; i < 3; i++) { const k = i; s += k } outcome = s",
    "000",
  ],
  ["its initialisers run", "var n = 0; for (var i = 0; i < 3; i++) { const k = ++n; } outcome = n + '' + k", "31"],
  ["in a pattern", "var s = ''; for (var i = 0; i < 2; i++) { const { k } = { k: (i) }; s += k } outcome = s", "00"],
  [
    "each call has its own",
    "function f() { var s = ''; for (var i = 0; i < 2; i++) { const k = i; s += k } return s } outcome = f() + f()",
    "0000",
  ],
  ["it belongs to its function", "if (true) { const z = 5 } outcome = '' + z", "5"],
  ["it is there before it is set", "var before = typeof z; const z = 5; outcome = before", "undefined"],
  ["writing it is silent", "const a = 1; a = 5; a += 2; outcome = '' + a", "1"],
  [
    "and has the value",
    "const a = 1; outcome = (a = 5) + ',' + (a += 2) + ',' + a++ + ',' + ++a + ',' + a--",
    "5,3,1,2,1",
  ],
  ["a statement after one without a semicolon", "const a = 1\nvar b = a\na = 2\noutcome = '' + a + b", "11"],
  ["in a pattern it stays", "const a = 1; [a] = [4]; ({ a } = { a: 4 }); for (a in { x: 1 }) {} outcome = '' + a", "1"],
  [
    "strict code throws",
    "outcome = (function () { 'use strict'; const a = 1; try { a = 2 } catch (e) { return e.name } })()",
    "TypeError",
  ],
  [
    "a variable of the same name is another",
    "const a = 1; outcome = (function (a) { a = 2; return a })(1) + '' + a",
    "21",
  ],
  ["without a value", "const a; a = 3; outcome = typeof a", "undefined"],
  [
    "let in a head is one variable",
    "var g = []; for (let i = 0; i < 3; i++) g.push(function () { return i }); outcome = g.map(function (f) { return f() }).join()",
    "3,3,3",
  ],
  [
    "with a label",
    "var g = []; all: for (let i of [1, 2, 3]) { if (i === 2) continue all; g.push(function () { return i }) } outcome = g.map(function (f) { return f() }).join()",
    "3,3",
  ],
  [
    "let in a body is not",
    "var g = []; for (var j = 0; j < 3; j++) { let i = j; g.push(function () { return i }) } outcome = g.map(function (f) { return f() }).join()",
    "0,1,2",
  ],
  ["let is there before it is set", "outcome = f(); let z = 1; function f() { return typeof z }", "undefined"],
  [
    "for each",
    "outcome = ''; for each (var v in { a: 1, b: 2 }) outcome += v; for each (v in ['x']) outcome += v",
    "12x",
  ],
  [
    "the first catch that fits",
    "try { throw 'b' } catch (e if e === 'a') { outcome = 'A' } catch (f if (f === 'b')) { outcome = f + 'B' } catch (e) { outcome = 'C' }",
    "bB",
  ],
  [
    "the last one takes the rest",
    "try { throw 'c' } catch (e if e === 'a') { outcome = 'A' } catch (e) { outcome = e } finally { outcome += 1 }",
    "c1",
  ],
  [
    "none fits",
    "try { try { throw 'c' } catch (e if e === 'a') { outcome = 'A' } } catch (e) { outcome = 'out ' + e }",
    "out c",
  ],
  [
    "a body that is an expression",
    "var f = function (x) x * 2; function g(a, b) (a + b); outcome = '' + f(2) + g(1, 2)",
    "43",
  ],
  ["a name in a catch", "try { throw 1 } catch (e) { let e = 2; outcome = '' + e }", "2"],
  ["an escape that is none", String.raw`outcome = "\u{61}"`, "u{61}"],
  ["characters that nobody sees", "out\u200bcome = 'a\u200b'", "a\u200b"],
])("%s", async (_what, body, expected) => {
  expect(await both(body)).toEqual([expected, expected]);
});

test("what Rhino lacks is not there", async () => {
  const members = [
    ...Object.entries(missingFunctions.static).flatMap(([owner, names]) => names.map((name) => [owner, name])),
    ...Object.entries(missingFunctions.prototype).flatMap(([owner, names]) =>
      names.map((name) => [`${owner}.prototype`, name]),
    ),
  ];
  const asked = members.map(
    ([owner, name]) => `${JSON.stringify(name)} in Object(${owner}) ? "${owner}.${name} " : ""`,
  );
  const names = missingNames.map((name) => `typeof ${name} === "undefined" ? "" : "${name} "`);
  // The engine gives a well-known symbol that nobody can remove.
  const left = "Symbol.asyncIterator ";
  expect(await both(`outcome = ${[...asked, ...names].join(" + ")}`)).toEqual([left, left]);
});

test("what only Rhino reads makes the node a stub", async () => {
  expect((await runLegacy("var x = <a>1</a>;")).result).toEqual({
    kind: "unsupported",
    reason:
      'The script "Test Script" has syntax that only Rhino reads (such as E4X, list comprehensions or `yield`), which the simulation cannot run',
  });
});

test("places are those of the script, whatever was rewritten before them", async () => {
  const body = "for (var i = 0; i < 2; i++) { const k = (i); const l = k; missing(k) }";
  const at = { line: 1, column: body.indexOf("missing") + 1 };
  expect((await runNext(body)).result).toMatchObject({
    message: "ReferenceError: 'missing' is not defined",
    source: at,
  });
  const lines = "try { throw 1 } catch (e if\n e === 2\n) { }\ncatch (e) { missing() }";
  expect((await runNext(lines)).result).toMatchObject({ source: { line: 4, column: 13 } });
});
