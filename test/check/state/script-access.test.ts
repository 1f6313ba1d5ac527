import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scriptAccess } from "../../../src/check/state/script-access.js";
import { scriptTokens } from "../../../src/rhino/script-tokens.js";
import { bindText } from "../../support/read-project.js";

const keysRead = (body: string) => scriptAccess(body).reads.map(({ key }) => key);
const slots = (body: string) => scriptAccess(body).writes;

test("literal keys are read and written in all three ways of writing it", () => {
  expect(keysRead('nodeState.get("mail"); sharedState.get("a"); transientState["b"]; sharedState.c')).toEqual([
    "mail",
    "a",
    "b",
    "c",
  ]);
  expect(
    slots(
      'nodeState.putShared("a", 1); nodeState.putTransient("b", 2); sharedState.put("c", 3); transientState["d"] = 4',
    ),
  ).toEqual(["shared:a", "transient:b", "shared:c", "transient:d"]);
});

test("keys may stand in constants and in objects that nothing changes", () => {
  const body = `
    var KEY = "mail"; var Keys = { Level: "level" };
    nodeState.get(KEY); nodeState.putShared(Keys.Level, 1); nodeState.mergeTransient({ code: 1, "other": 2 });`;
  expect(keysRead(body)).toEqual(["mail"]);
  expect(slots(body)).toEqual(["shared:level", "transient:code", "transient:other"]);
  expect(scriptAccess(body).writesAnything).toBe(false);
  expect(keysRead('var KEY = "mail"; KEY = "sn"; nodeState.get(KEY);')).toEqual([]);
});

test("of what is no JavaScript, the keys that it puts by name and that it never names node state are known", () => {
  expect(
    scriptAccess('sharedState.put("a", 1) as String; transientState.put(\'b\', 2); sharedState.put("c$d", 3)'),
  ).toEqual({
    reads: [],
    writes: ["shared:a", "transient:b"],
    writesAnything: true,
  });
  expect(slots('nodeState.putShared("a", x as String)\nnodeState.putTransient( "b", y)')).toEqual([
    "shared:a",
    "transient:b",
  ]);
  expect(scriptAccess("def profile = [:] as Map")).toEqual({ reads: [], writes: [], writesAnything: false });
});

test("comments, texts, templates and regular expressions are no code", () => {
  const body = `
    // nodeState.putShared("comment", 1)
    /* nodeState.putShared("block", 1) */
    var text = 'nodeState.putShared("text", 1)';
    var template = \`nodeState.putShared("template", 1) \${nodeState.get("inside")}\`;
    var pattern = /["'/*]nodeState/;
    var ratio = a / b; nodeState.putShared("real", 1); c / d;
  `;
  expect(slots(body)).toEqual(["shared:real"]);
  expect(keysRead(body)).toEqual(["inside"]);
  expect(scriptAccess(body).writesAnything).toBe(false);
});

test.each([
  ["a key that is made", 'nodeState.putShared("a" + name, 1)'],
  ["a key in a variable", "sharedState.put(name, 1)"],
  ["a state object handed on", "fill(nodeState)"],
  ["another name for it", "var state = sharedState; state.put('a', 1)"],
  ["several keys at once", "nodeState.mergeShared(values)"],
  ["several keys, of which one is computed", "nodeState.mergeShared({ a: 1, [name]: 2 })"],
  ["a library", 'var library = require("Library")'],
  ["the whole state replaced", "Action.goTo('true').replaceSharedState(newState)"],
])("%s may write anything", (_, body) => {
  expect(scriptAccess(body).writesAnything).toBe(true);
});

test("looking at a state object or reading with a variable writes nothing", () => {
  for (const body of [
    "if (typeof nodeState !== 'undefined') {}",
    "if (nodeState) {}",
    "nodeState.get(name)",
    "nodeState.keys()",
  ]) {
    expect(scriptAccess(body)).toMatchObject({ writes: [], writesAnything: false });
  }
});

test("the container of attributes may be changed once a script has it", () => {
  expect(slots('nodeState.get("objectAttributes").put("mail", mail)')).toEqual(["attribute:*"]);
  expect(slots('nodeState.get("objectAttributes").get("mail")')).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  ["as an argument", 'nodeState.get("a")', ["a"]],
  ["with a second argument", 'sharedState.get("a", 1)', ["a"]],
  ["as an object", 'nodeState.getObject("a")', ["a"]],
  ["in brackets", 'sharedState["a"]', ["a"]],
  ["as a member", "transientState.a", ["a"]],
  ["compared, not assigned", 'if (sharedState.a == 1 || sharedState["b"] === 2) {}', ["a", "b"]],
  ["several times", 'nodeState.get("a"); nodeState.get("a")', ["a", "a"]],
  ["one that is put together", 'nodeState.get("a" + b)', []],
  ["one in a variable", "nodeState.get(a)", []],
  ["of something else's member", 'my.nodeState.get("a")', []],
  ["of something else", 'state.get("a")', []],
  ["of one attribute", 'nodeState.get("objectAttributes").get("mail")', []],
])("what is read %s", (_what, body, keys) => {
  expect(scriptAccess(body)).toMatchObject({ reads: keys.map((key) => ({ key })), writes: [], writesAnything: false });
});

test("readings say where they stand", () => {
  const body = 'var a = nodeState.get("x");\nvar b = sharedState.y;';
  expect(scriptAccess(body).reads).toEqual([
    { key: "x", at: body.indexOf('"x"'), isTested: false },
    { key: "y", at: body.indexOf("sharedState"), isTested: false },
  ]);
});

test.each([
  ["if", 'if (nodeState.get("x")) { go(nodeState.get("x")); }', true],
  ["?:", 'var size = nodeState.get("x") ? nodeState.get("x").length : 6;', true],
  ["!= null", 'if (nodeState.get("x") != null) { go(1); }', true],
  ["null !==", 'if (null !== sharedState.get("x")) { go(1); }', true],
  ["undefined", "var is = sharedState.x === undefined;", true],
  ["||", 'var name = nodeState.get("x") || "none";', true],
  ["&&", 'go(a && nodeState.get("x") && b);', true],
  ["!", 'if (!nodeState.get("x")) { go(1); }', true],
  ["its variable", 'var x = nodeState.get("x");\nif (x) { go(x); }', true],
  ["isDefined", 'if (nodeState.isDefined("x")) { go(nodeState.get("x")); }', true],
  ["a comparison with a value", 'if (nodeState.get("x") === "high") { go(1); }', false],
  ["the last of &&", 'go(a && nodeState.get("x"));', false],
  ["another key", 'if (nodeState.get("y")) { go(nodeState.get("x")); }', false],
  ["use", 'var x = nodeState.get("x");\ngo(x.length);', false],
])("whether a script tests if a key is there: %s", (_what, body, isTested) => {
  const ofX = scriptAccess(body).reads.filter(({ key }) => key === "x");
  expect(ofX.map((read) => read.isTested)).toEqual(ofX.map(() => isTested));
  expect(ofX.length).toBeGreaterThan(0);
});

test.each<[string, string, readonly string[]]>([
  ["shared", 'nodeState.putShared("a", 1)', ["shared:a"]],
  ["transient", 'nodeState.putTransient("a", 1)', ["transient:a"]],
  ["by the shared object", 'sharedState.put("a", 1)', ["shared:a"]],
  ["by the transient object", 'transientState.put("a", 1)', ["transient:a"]],
  ["as a shared member", "sharedState.a = 1", ["shared:a"]],
  ["as a transient member", 'transientState["a"] = 1', ["transient:a"]],
  ["without a value", 'sharedState.put("a")', ["shared:a"]],
  ["to all attributes", 'nodeState.putShared("objectAttributes", x)', ["attribute:*"]],
  ["to all transient attributes", 'nodeState.putTransient("objectAttributes", x)', ["transientAttribute:*"]],
  ["to all attributes as a member", "sharedState.objectAttributes = x", ["attribute:*"]],
  ["to attributes that a variable holds", 'var o = nodeState.get("objectAttributes")', ["attribute:*"]],
  ["to attributes by a method", 'sharedState.get("objectAttributes").put("mail", x)', ["attribute:*"]],
])("what is written %s", (_what, body, expected) => {
  expect(scriptAccess(body)).toMatchObject({ reads: [], writesAnything: false });
  expect(slots(body)).toEqual(expected);
});

test.each(["isDefined", "containsKey", "keys", "keySet", "size", "isEmpty", "remove", "toString", "equals"])(
  "%s neither reads nor writes a key",
  (method) => {
    expect(scriptAccess(`nodeState.${method}("a")`)).toEqual({ reads: [], writes: [], writesAnything: false });
  },
);

test.each(["require", "eval", "Function", "replaceSharedState", "replaceTransientState"])(
  "%s may write anything",
  (name) => {
    expect(scriptAccess(`a.b(${name}(x))`)).toEqual({ reads: [], writes: [], writesAnything: true });
  },
);

test.each([
  ["an unknown method", "nodeState.merge(x)"],
  ["an unknown method with a key", 'nodeState.merge("a", x)'],
  ["a key that is put together", 'sharedState.put("a" + b, x)'],
  ["a member of nodeState", "nodeState.a = 1"],
  ["a member of nodeState that is read", "x = nodeState.a"],
  ["an item by a variable", "sharedState[a] = 1"],
  ["an item by a text that is put together", 'sharedState["a" + b] = 1'],
  ["a call's argument", "f(sharedState)"],
  ["a second argument", "f(a, sharedState)"],
  ["a returned object", "return transientState;"],
  ["a list", "[nodeState]"],
  ["an assignment", "x = nodeState;"],
  ["an alternative outside of a condition", "x = a ? nodeState : b"],
  ["what an alternative hands on", "x = nodeState || a"],
  ["an assignment to it", "nodeState = {}"],
])("%s may write anything", (_what, body) => {
  expect(scriptAccess(body).writesAnything).toBe(true);
});

test.each([
  ["typeof", "typeof sharedState"],
  ["a condition", "if (transientState) {}"],
  ["or in a condition", "if (nodeState || a) {}"],
  ["a loop's condition", "while (!nodeState) {}"],
  ["and in a condition", "if (nodeState && a) {}"],
  ["a choice in brackets", "x = (nodeState ? a : b)"],
  ["a comparison", "nodeState == null"],
  ["a comparison by inequality", "nodeState !== undefined"],
  ["no script about state", "outcome = 'true';"],
  ["another object's member", "a.nodeState"],
])("%s writes nothing", (_what, body) => {
  expect(scriptAccess(body)).toEqual({ reads: [], writes: [], writesAnything: false });
});

test("any text ends, whatever is left open in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("`", "${", "}", '"', "'", "/", "*", "\\", "(", "nodeState", ".", "\n", "a")),
      (parts) => {
        const body = parts.join("");
        const starts = scriptTokens(body).map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((left, right) => left - right));
        scriptAccess(body);
      },
    ),
  );
});

describe("a library that is there", () => {
  const access = (body: string, libraries: Readonly<Record<string, string>>) => {
    const texts = Object.entries(libraries).map(
      ([title]) => `  script ${title} {\n    file: "${title}.js"\n    context: "LIBRARY"\n  }\n`,
    );
    const { model } = bindText(`journey J {\n  start -> success\n${texts.join("")}}\n`, {
      readText: (path) => ({ text: libraries[path.replace(".js", "")] ?? "" }),
    });
    const scripts = new Map(model.journeys[0]!.scripts.map((script) => [script.id, script]));
    return scriptAccess(body, scripts);
  };

  test("that writes nothing leaves state alone", () => {
    expect(
      access('var h = require("Words"); h.trim("a");', { Words: "exports.trim = function (a) { return a; };" }),
    ).toEqual({ reads: [], writes: [], writesAnything: false });
  });

  test("writes what it shows, also through another library", () => {
    const libraries = {
      Words: 'var s = require("Store"); exports.keep = function () { nodeState.putTransient("word", 1); };',
      Store: 'require("Words"); exports.keep = function () { nodeState.putShared("kept", 1); };',
    };
    expect(access('require("Words").keep(); nodeState.putShared("own", 1);', libraries)).toEqual({
      reads: [],
      writes: ["shared:own", "transient:word", "shared:kept"],
      writesAnything: false,
    });
  });

  test.each([
    ["that is handed node state", 'require("Words").fill(nodeState);', { Words: "exports.fill = function (s) {};" }],
    ["that writes computed keys", 'require("Words");', { Words: "nodeState.putShared(name, 1);" }],
    ["that requires one that is not there", 'require("Words");', { Words: 'require("Other");' }],
    ["that cannot be read", 'require("Words");', { Words: "if (" }],
    ["of a computed title", "require(name);", { Words: "exports.a = 1;" }],
    ["by another name", "var load = require; load('Words');", { Words: "exports.a = 1;" }],
  ])("%s may write anything", (_what, body, libraries) => {
    expect(access(body, libraries).writesAnything).toBe(true);
  });
});
