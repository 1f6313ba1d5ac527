import { describe, expect, test } from "vitest";
import { checkWithScripts } from "../../support/check-scripts.js";

const journey = (libraries: readonly string[]) => `journey J {
  start -> Check

  script S {
    file: "s.js"
    evaluatorVersion: "2.0"
  }
${libraries.map((name) => `\n  script ${name} {\n    file: "${name}.js"\n    context: "LIBRARY"\n    evaluatorVersion: "2.0"\n  }\n`).join("")}
  node Check: ScriptedDecision {
    script: S
    outcomes: ["yes", "no"]

    yes, no -> failure
  }
}
`;

/** The outcomes that the node does not list, each with the line that is told. */
function unlisted(body: string, libraries: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = Object.fromEntries(Object.entries(libraries).map(([name, text]) => [`${name}.js`, text]));
  return checkWithScripts([journey(Object.keys(libraries))], { "s.js": body, ...files })
    .filter(({ code }) => code === "script-outcome-not-listed")
    .map(({ message }) => /outcome "(.*)" in line (\d+)/.exec(message)!.slice(1).join(" "));
}

describe("what a function returns", () => {
  test.each([
    [
      "one of its texts",
      'function pick(n) {\n  if (n > 3) return "yes";\n  return "nope";\n}\noutcome = pick(1);',
      ["nope 3"],
    ],
    ["of an arrow", 'const pick = (n) => n > 3 ? "yes" : "nope";\noutcome = pick(1);', ["nope 1"]],
    ["through another", 'function a() { return "nope"; }\nfunction b() { return a(); }\naction.goTo(b());', ["nope 1"]],
    [
      "in try and catch",
      'function a() {\n try { return f() ? "yes" : "no"; }\n catch (e) { return "error"; } }\noutcome = a();',
      ["error 3"],
    ],
    ["of one that is called where it stands", 'outcome = (function () {\n  return "nope";\n})();', ["nope 2"]],
    ["of a method", 'var o = { pick: function () {\n  return "nope"; } };\noutcome = o.pick();', ["nope 2"]],
    [
      "beside what is computed",
      'function a(x) { if (x) return x.text;\n return "nope"; }\noutcome = a(b);',
      ["nope 2"],
    ],
    [
      "an enum",
      'const R = { OK: "yes", KO: "nope" };\nfunction a(x) { return x ? R.OK : R.KO; }\noutcome = a(b);',
      ["nope 2"],
    ],
    [
      "a case",
      'function a(x) { switch (x) {\n case 1: return "yes";\n default: return "nope"; } }\noutcome = a(b);',
      ["nope 3"],
    ],
  ])("%s", (_what, body, found) => {
    expect(unlisted(body)).toEqual(found);
  });

  test.each([
    ["a function for something else", 'function label() { return "long"; } f(label()); outcome = "yes";'],
    ["a function in it", 'function a() { list.map(function () { return "nope"; }); return "yes"; } outcome = a();'],
    [
      "another parameter",
      'function p(name, other) { return f(name) || other; } var a = p("x", "zzz"); outcome = p("y", "no");',
    ],
    ["a function that calls itself", 'function a(n) { return n ? a(n - 1) : "yes"; } outcome = a(3);'],
    ["what it is asked for", 'function a() { return "nope"; } outcome = a() === "nope" ? "yes" : "no";'],
  ])("not of %s", (_what, body) => {
    expect(unlisted(body)).toEqual([]);
  });
});

describe("what a function is given", () => {
  test.each([
    ["by each call", 'function leave(to) { action.goTo(to); }\nif (a) leave("yes");\nelse leave("nope");', ["nope 3"]],
    [
      "where it stands",
      '(function (out) {\n  outcome = a ? out.yes : out.other;\n})({ yes: "yes", other: "other" });',
      ["other 2"],
    ],
  ])("%s", (_what, body, found) => {
    expect(unlisted(body)).toEqual(found);
  });

  test("an alternative to what is always given is never taken", () => {
    expect(unlisted('function leave(to) { to = to || "nope"; action.goTo(to); } leave("yes"); leave("no");')).toEqual(
      [],
    );
  });
});

describe("a variable with several values", () => {
  test.each([
    ["a first one that is left", 'var to = "nope";\nif (a) to = "yes";\noutcome = to;', ["nope 1"]],
    ["in a branch", 'let to = "yes";\nif (a) {\n  to = "nope";\n}\noutcome = to;', ["nope 3"]],
    ["in a catch", 'var to = "yes";\ntry { f(); } catch (e) { to = "error"; }\noutcome = to;', ["error 2"]],
    [
      "in try, and used in the end",
      'var to = "no";\ntry { to = a ? "yes" : "nope"; } finally { outcome = to; }',
      ["nope 2"],
    ],
    [
      "in a function that is called once",
      'var to;\nfunction find() { to = "nope"; }\nfind();\noutcome = to;',
      ["nope 4"],
    ],
    [
      "used in a function that is called once",
      'var to = "nope";\nfunction leave() { action.goTo(to); }\nif (a) to = "yes";\nleave();',
      ["nope 1"],
    ],
    [
      "in a function handed on",
      'var to = "yes";\nlist.forEach(function (x) { if (x) to = "nope"; });\noutcome = to;',
      ["nope 2"],
    ],
    [
      "in a case",
      'var to = "yes";\nswitch (a) { case 1: to = "nope"; break; case 2: to = "no"; }\noutcome = to;',
      ["nope 2"],
    ],
    [
      "of the same name in another function",
      'function f() { var to = "other"; return g(to); }\nvar to = "nope";\noutcome = to;',
      ["nope 3"],
    ],
  ])("%s", (_what, body, found) => {
    expect(unlisted(body).map((text) => text)).toEqual(found);
  });

  test.each([
    ["replaced", 'var to = "nope"; to = "yes"; outcome = to;'],
    ["replaced on every way", 'var to = "nope"; if (a) { to = "yes"; } else { to = "no"; } outcome = to;'],
    [
      "replaced in try and catch",
      'var to = "nope"; try { to = f() ? "yes" : "no"; } catch (e) { to = "no"; } outcome = to;',
    ],
    ["replaced in the end", 'var to = "yes"; try { to = "nope"; f(); } finally { to = "no"; } outcome = to;'],
    [
      "replaced by each case",
      'var to = "nope"; switch (a) { case 1: to = "yes"; break; default: to = "no"; } outcome = to;',
    ],
    ["replaced by a function", 'var to = "nope"; find(); outcome = to; function find() { to = a ? "yes" : "no"; }'],
    [
      "set before it returns",
      '(function () { var to = "yes"; if (a) { to = "nope"; f(to); return; } outcome = to; })();',
    ],
    ["set before it throws", 'var to = "yes"; if (a) { to = "nope"; throw new Error(to); } outcome = to;'],
    ["set in the other branch", 'var to; if (a) { to = "nope"; f(to); } else { to = "yes"; outcome = to; }'],
    ["set after it is used", 'var to = "yes"; outcome = to; to = "nope"; f(to);'],
    ["of a block", 'let to = "yes"; { let to = "nope"; f(to); } outcome = to;'],
    ["of another function", 'function f() { var to = "nope"; return g(to); } var to = "yes"; outcome = to;'],
    [
      "set in functions called at many places",
      'var to = "yes"; function bad() { to = "nope"; } if (a) { bad(); to = "no"; } if (b) { bad(); to = "no"; } outcome = to;',
    ],
  ])("not one that is %s", (_what, body) => {
    expect(unlisted(body)).toEqual([]);
  });
});

describe("tables", () => {
  test.each([
    ["a key that is not known", 'var t = {\n  a: "yes",\n  b: "nope"\n};\noutcome = t[x] || "no";', ["nope 3"]],
    ["a list", 'var t = ["yes", "nope"];\noutcome = t[x];', ["nope 1"]],
    ["members set later", 'var t = {};\nt["a"] = "yes";\nt["b"] = "nope";\noutcome = t[x];', ["nope 3"]],
    [
      "a key out of some",
      'var t = { a: "yes", b: "nope", c: "zzz" };\nvar k = x ? "a" : "b";\noutcome = t[k];',
      ["nope 2"],
    ],
    [
      "an enum that a function makes",
      'var Out = (function () { return { YES: "yes",\n  NO: "nope" }; })();\noutcome = Out.NO;',
      ["nope 2"],
    ],
  ])("%s", (_what, body, found) => {
    expect(unlisted(body).map((text) => text.split(" ")[0])).toEqual(found.map((text) => text.split(" ")[0]));
  });

  test.each([
    ["other keys", 'var t = { a: "yes", b: "no", c: "zzz" };\nvar k = x ? "a" : "b";\noutcome = t[k];'],
    ["one from which a member is deleted", 'var t = { a: "yes", c: "zzz" }; delete t.c; outcome = t[x];'],
    ["one that is handed on", 'var t = { a: "yes", c: "zzz" }; mend(t); outcome = t[x];'],
    ["one with other things", 'var t = { a: "yes", c: "zzz", n: 3 }; outcome = t[x];'],
    ["a list that is changed", 'var t = ["zzz"]; t.pop(); t.push("yes"); outcome = t[0];'],
    [
      "an object within one that is filled later",
      'var r = { found: {} }; r.found[key] = "yes"; outcome = r.found.name;',
    ],
    [
      "an object that is given back and filled",
      'function make() { var r = {}; return r; } var o = make(); o.name = "yes"; outcome = o.name;',
    ],
    ["a member with another value later", 'var t = { a: "zzz" }; t.a = "yes"; outcome = t.a;'],
  ])("not of %s", (_what, body) => {
    expect(unlisted(body)).toEqual([]);
  });
});

describe("what a library gives", () => {
  const Out =
    'exports.OUTCOME = { YES: "yes", NO: "nope" };\nexports.rate = function (x) { return x ? exports.OUTCOME.YES : "rated"; };\nexports.ANY = "any";';

  test.each([
    ["a member of its enum", 'var lib = require("Out");\naction.goTo(lib.OUTCOME.NO);', ["nope 2"]],
    ["one it lacks", 'var lib = require("Out");\naction.goTo(lib.OUTCOME.NOPE);', ["undefined 2"]],
    ["a constant", 'action.goTo(require("Out").ANY);', ["any 1"]],
    ["what its function returns", 'var lib = require("Out");\naction.goTo(lib.rate(x));', ["rated 2"]],
    ["taken by its name", 'const { OUTCOME } = require("Out");\naction.goTo(OUTCOME.NO);', ["nope 2"]],
    ["kept in a variable", 'var o = require("Out").OUTCOME;\naction.goTo(a ? o.YES : o.NO);', ["nope 2"]],
  ])("%s", (_what, body, found) => {
    expect(unlisted(body, { Out })).toEqual(found);
  });

  test.each([
    ["what is listed", 'var lib = require("Out"); action.goTo(lib.OUTCOME.YES);', Out],
    ["a library that is not there", 'var lib = require("Other"); action.goTo(lib.OUTCOME.NO);', Out],
    [
      "members that a library computes",
      'var lib = require("Out"); action.goTo(lib.OUTCOME.MORE);',
      'var o = { YES: "yes" }; fill(o); exports.OUTCOME = o;',
    ],
    [
      "exports that a library fills elsewhere",
      'var lib = require("Out"); action.goTo(lib.MORE);',
      'exports.YES = "yes"; Object.assign(exports, more());',
    ],
    ["members of every object", 'var lib = require("Out"); action.goTo(lib.OUTCOME.toString());', Out],
  ])("not %s", (_what, body, library) => {
    expect(unlisted(body, { Out: library })).toEqual([]);
  });

  test("a module given whole", () => {
    const library =
      'const NO = "nope";\nfunction pick() { return NO; }\nmodule.exports = { pick, all: Object.freeze({ NO }) };';
    expect(unlisted('var lib = require("Out");\naction.goTo(a ? lib.pick() : lib.all.NO);', { Out: library })).toEqual([
      "nope 2",
    ]);
  });
});
