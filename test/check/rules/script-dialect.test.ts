import { expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";

const journey = `journey J {
  start -> Check

  script S {
    file: "scripts/s.js"
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: ["true"]

    true -> failure
  }
}
`;
const codes = [
  "broken-script",
  "script-syntax-refused",
  "script-function-missing",
  "const-in-loop",
  "constant-assigned",
  "condition-assigned",
];
const found = (body: string) =>
  checkWithScripts([journey], { "scripts/s.js": body })
    .filter(({ code }) => codes.includes(code))
    .map(({ code, place }) => {
      const { line, column } = place.source.positionAt(place.range.start);
      return `${place.source.path}:${line}:${column} ${code}`;
    });

test("each is told at its place in the script's file", () => {
  expect(found('var a = 1;\nif (a {\n  outcome = "true";\n}')).toEqual(["scripts/s.js:2:7 broken-script"]);
  expect(found('outcome = [...["true"]][0];')).toEqual(["scripts/s.js:1:12 script-syntax-refused"]);
  expect(found('var parts = "a,b".split(",");\nparts.flat();\noutcome = "true";')).toEqual([
    "scripts/s.js:2:7 script-function-missing",
  ]);
  expect(found('for (var i = 0; i < 3; i++) {\n  const k = i;\n}\noutcome = "true";')).toEqual([
    "scripts/s.js:2:9 const-in-loop",
  ]);
});

test.each([
  ["in a plain function", "function ask() {\n  return await httpClient.send('a');\n}\noutcome = ask();", ["2:10"]],
  ["in none", "outcome = await callbacks.isEmpty();", ["1:11"]],
  ["in a function that is `async`, which is told in its place", "async function f() { await 1; }", ["1:1"]],
  ["`for await`", "for await (const x of []) { outcome = x; }", ["1:1"]],
  ["as a name", "var await = 1;", ["1:5"]],
])("`await`, %s", (_, body, places) => {
  expect(found(body)).toEqual(places.map((place) => `scripts/s.js:${place} script-syntax-refused`));
});

test.each([
  "for each (var x in ['true']) outcome = x;",
  "try { f(); } catch (e if e.javaException) { outcome = 'true'; } catch (e) { outcome = 'true'; }",
  "\u200boutcome = 'true';",
  "var a\u200bb = 1; if (ab === 1) { outcome = 'tr\u00adue'; }",
  "var x = <a>1</a>; outcome = 'true';",
  "// a?.b ?? [...c]\nvar text = 'a?.b ?? [...c]'; var pattern = /[?][.]b|\\(\\?<a>/; outcome = 'true';",
  "var a = b ?.5 : 1; outcome = 'true';",
])("what Rhino reads is not reported: %j", (body) => {
  expect(found(body)).toEqual([]);
});

test.each([
  ["what is split, whosever text it was", 'var last = nodeState.get("mail").split("@").at(-1);', "1:45"],
  ["what a query has found", 'var r = openidm.query("managed/alpha_user", {});\nr.result.flatMap(f);', "2:10"],
  ["what a query has found, at once", 'openidm.query("managed/alpha_user", {}).result.flat();', "1:48"],
])("a function that is missing on %s is reported", (_what, body, place) => {
  expect(found(`${body}\noutcome = "true";`)).toEqual([`scripts/s.js:${place} script-function-missing`]);
});

test.each([
  "sharedState.get('x').replaceAll('a', 'b');",
  "search.query('x').result.flat(); found.result.flatMap(f);",
  "var names = own(); names.flat();",
  "var list = []; list = own(); list.flat();",
  "if (!Array.prototype.flat) { Array.prototype.flat = function () {}; } [].flat();",
  "if (typeof Object.hasOwn === 'function') { Object.hasOwn({}, 'a'); } var f = Object.hasOwn;",
  "var console = { log: function () {} }; console.log('x');",
  "if (typeof fetch !== 'undefined') { fetch('x'); }",
  "var o = { URL: 1 }; o.URL;",
])("a function that may be another one is not reported: %j", (body) => {
  expect(found(body)).toEqual([]);
});

test.each([
  "for (var i = 0; i < 3; i++) { let k = i; }",
  "for (var i = 0; i < 3; i++) { const k = 5; const text = 'a'; }",
  "[1, 2].forEach(function (x) { const k = x; });",
  "for (var i = 0; i < 3; i++) { (function () { const k = i; })(); }",
])("a const with one value is not reported: %j", (body) => {
  expect(found(body)).toEqual([]);
});

test.each([
  ["const r = 'a';\nif (f()) r = 'b';", "2:10"],
  ["const r = 1;\nr++; r += 1;", "2:1"],
  ["const r = 1;\nfunction f() { r = 2; }", "2:16"],
  ["function f() { const r = 1;\n  for (r in {}) {} }", "2:8"],
  ["const r = 1;\n[r] = [2];", "2:1"],
  ["r = 2; const r = 1;", "1:1"],
  ["if (a) { const r = 1; }\nr = 2;", "2:1"],
])("an assignment to a constant is told once, as Rhino passes over it: %j", (body, place) => {
  expect(found(`${body}\noutcome = 'true';`)).toEqual([`scripts/s.js:${place} constant-assigned`]);
});

test.each([
  "let r = 1; r = 2;",
  "const r = {}; r.a = 1; r['b'] = 2;",
  "const r = []; r[0] = 1; r.push(2);",
  "function f() { const r = 1; } r = 2;",
  "const r = 1; function f(r) { r = 2; }",
  "const r = 1; function f() { var r; r = 2; }",
  "const r = 1; try { f(); } catch (r) { r = 2; }",
  "for (var i = 0; i < 2; i++) { const r = 5; }",
  "const o = { r: 1 }; o.r = 2;",
])("what is no assignment to the constant is not told: %j", (body) => {
  expect(found(`${body} outcome = 'true';`)).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["if (a = 1) b();", ["1:5"]],
  ["if (a = 'x') b();", ["1:5"]],
  ["if (a = `x`) b();", ["1:5"]],
  ["if (a = undefined) b();", ["1:5"]],
  ["if (a.b = -1) c();", ["1:5"]],
  ["if (a === 1 && (b = 2)) c();", ["1:17"]],
  ["if (!(a = null)) c();", ["1:7"]],
  ["if (a = null || b) c();", ["1:5"]],
  ["var c = (a = true) ? 1 : 2;", ["1:10"]],
  ["if ((a = 1) && (b = 2)) c();", ["1:6", "1:17"]],
])("a condition that assigns a fixed value is told: %j", (body, places) => {
  expect(found(`${body}\noutcome = 'true';`)).toEqual(
    places.map((place) => `scripts/s.js:${place} condition-assigned`),
  );
});

test.each<[string, readonly string[]]>([
  ["a == 1;", ["1:1"]],
  ["if (a => 1) { b(); }", ["1:5"]],
  ["if (b) { a.b === 'x'; }", ["1:10"]],
])("a comparison that stands alone, or is written as a function, is told: %j", (body, places) => {
  expect(found(`${body}\noutcome = 'true';`)).toEqual(
    places.map((place) => `scripts/s.js:${place} condition-assigned`),
  );
});

test.each([
  "if (a === 1) b();",
  "var c = a == 1;",
  "a == 1 && b();",
  "f(a == 1);",
  "if (a = next()) b();",
  "if (a = other) b();",
  "if (a += 1) b();",
  "if ((a = next()) !== null) b();",
  "if (f(function () { a = 1; })) b();",
  "while (a = 1) { break; }",
  "for (; a = 0; ) b();",
])("what compares, or takes what comes, is no such condition: %j", (body) => {
  expect(found(`${body}\noutcome = 'true';`)).toEqual([]);
});

test("a script that runs in the browser is not judged by the platform's engine", () => {
  const body = "setInterval(function () { console.log([...document.forms]); }, 10);";
  expect(found(body)).not.toEqual([]);
  const inBrowser = journey.replace(
    'file: "scripts/s.js"',
    'file: "scripts/s.js"\n    context: "AUTHENTICATION_CLIENT_SIDE"',
  );
  const codesIn = checkWithScripts([inBrowser], { "scripts/s.js": body }).map(({ code }) => code);
  expect(codesIn.filter((code) => codes.includes(code))).toEqual([]);
});

const helpOn = (body: string, engine: string) =>
  checkWithScripts([journey.replace("file:", `evaluatorVersion: "${engine}"\n    file:`)], { "scripts/s.js": body })
    .filter(({ code }) => code === "script-function-missing" || code === "unknown-script-method")
    .map(({ help }) => help);

test.each([
  ['console.log("a");', "2.0", "Write `logger.info(…)`."],
  ['console.warn("a");', "2.0", "Write `logger.warn(…)`."],
  ['console.log("a"); console.error("b");', "1.0", "Write `logger.message(…)`."],
  ['console.warn("a");', "1.0", "Write `logger.warning(…)`."],
  ['print("a");', "2.0", 'Write "logger.info(…)".'],
  ['println("a");', "1.0", 'Write "logger.message(…)".'],
  [
    'var r = fetch("https://a.example.com");',
    "2.0",
    "Write `httpClient.send(url, { … }).get()`, which gives the response.",
  ],
  [
    "var key = process.env.QUAY_KEY;",
    "2.0",
    'A script asks for variables and secrets of the tenant: write `systemEnv.getProperty("esv.quay.key")`.',
  ],
  [
    'var key = process.env["ESV_QUAY_KEY"];',
    "1.0",
    'A script asks for variables and secrets of the tenant: write `systemEnv.getProperty("esv.quay.key")`.',
  ],
  [
    "if (process.argv.length) { logger.info('a'); }",
    "2.0",
    'A script has no environment but the variables and secrets of the tenant: write `systemEnv.getProperty("esv.name")`.',
  ],
  [
    'localStorage.setItem("seen", "1");',
    "2.0",
    "What other nodes of the journey are to find stands in the node state: write `nodeState.putShared(key, value)` and `nodeState.get(key)`.",
  ],
  [
    "setTimeout(function () {}, 5);",
    "2.0",
    "A script runs from its first line to its last and never waits: let the journey wait with a node such as `PollingWait`.",
  ],
  [
    'var text = Buffer.from("YQ==", "base64").toString();',
    "2.0",
    "Write `utils.base64.encode(text)` and `utils.base64.decode(text)`.",
  ],
  [
    "module.exports = {};",
    "2.0",
    "Only a library hands something on, by `exports`. A script of a node sets `outcome`.",
  ],
  [
    "var language = navigator.language;",
    "1.0",
    "The script runs on the server, where there is no browser: what one sends is in `requestHeaders` and `requestCookies`, and a script for it is sent in a callback.",
  ],
  ["var has = Object.hasOwn({}, 'a');", "2.0", "Write `Object.prototype.hasOwnProperty.call(object, key)`."],
  ["var last = [1, 2].at(-1);", "2.0", "Write the index in brackets: `list[list.length - 1]` is the last one."],
])("what stands in place of what is missing: %s in %s", (body, engine, help) => {
  expect(helpOn(`${body}\noutcome = "true";`, engine)).toEqual([help]);
});

test("a function that the script makes is its own", () => {
  expect(helpOn('function print(text) { logger.info(text); }\nprint("a");\naction.goTo("true");', "2.0")).toEqual([]);
});

test.each([
  ["process.env.QUAY_KEY", "esv-harbour-quay-key", "esv.harbour.quay.key"],
  ["process.env.HARBOUR_QUAY_KEY", "esv-quay-key", "esv.quay.key"],
  ["process.env.QUAYKEY", "esv-quay-key", "esv.quay.key"],
])("%s is the declared variable %s, which is not called unused", (asked, id, name) => {
  const declared = `resource variable "${id}" from "resources/key.json"\n\n${journey}`;
  const variable = { _id: id, expressionType: "string", valueBase64: "YQ==" };
  const found = checkWithScripts([declared], {
    "scripts/s.js": `var key = ${asked};\nlogger.message(key);\noutcome = "true";`,
    "resources/key.json": JSON.stringify(variable),
  });
  expect(found.filter(({ code }) => /script-function|unused/.test(code)).map(({ help }) => help)).toEqual([
    `A script asks for variables and secrets of the tenant: write \`systemEnv.getProperty("${name}")\`.`,
  ]);
});
