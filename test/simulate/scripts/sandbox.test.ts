import { afterEach, describe, expect, test } from "vitest";
import { createScriptHost } from "../../../src/simulate/scripts/create-script-host.js";
import { usualLimits } from "../../../src/simulate/scripts/limits.js";
import { done, runLegacy, runNext } from "./script-fixture.js";

// A clock that a test drives: each question of the sandbox moves it, so no test depends on the machine's speed.
let asked = 0;
const ticking = createScriptHost({ limits: { milliseconds: 50 }, now: () => asked++ });
// Less memory than usual only makes these tests quicker.
const usual = createScriptHost({ limits: { memoryBytes: 24 * 1024 * 1024, milliseconds: 1000 } });
const hurried = createScriptHost({ limits: { milliseconds: 50 } });

const endings = {
  timeout: /ran for more than 50 ms/,
  memory: /out of memory|string too long|ran for more than/,
  stack: /stack overflow|ran for more than/,
};

const attacks: readonly (readonly [string, string, RegExp])[] = [
  ["an endless loop", "while (true) {}", endings.timeout],
  ["an endless loop that catches", "while (true) { try { while (true) {} } catch (e) {} }", endings.timeout],
  ["an endless loop in a finally", "try { throw 1 } finally { for (;;) {} }", endings.timeout],
  ["an endless chain of promises", "function f() { Promise.resolve().then(f) } f()", endings.timeout],
  ["a regular expression that backtracks", "/(a+)+$/.test('a'.repeat(60) + 'b')", endings.timeout],
  ["an endless generator", "function* g() { for (;;) yield 1 } for (var x of g()) {}", endings.timeout],
  ["an endless getter of its error", "throw { get message() { for (;;) {} } }", endings.timeout],
  ["an endless result", "outcome = { toJSON: 1, get a() { for (;;) {} } }", endings.timeout],
];

const greedy: readonly (readonly [string, string, RegExp])[] = [
  ["a growing text", "var s = 'x'; while (true) s += s", endings.memory],
  ["a growing text, piece by piece", "var s = ''; while (true) s += 'xxxxxxxxxxxxxxxx' + s.length", endings.memory],
  ["a growing list", "var a = []; while (true) a.push('xxxxxxxxxxxx')", endings.memory],
  ["growing lists in lists", "var a = []; while (true) a = [a, a.concat([1])]", endings.memory],
  ["a growing object", "var o = {}; for (var i = 0; ; i++) o['k' + i] = i", endings.memory],
  ["a huge repetition", "'x'.repeat(500000000)", endings.memory],
  ["a huge typed array", "new Uint8Array(1000000000)", endings.memory],
  ["deep recursion", "function f() { f() } f()", endings.stack],
  ["deep recursion that catches", "function f() { try { f() } catch (e) { f() } } f()", endings.stack],
  [
    "recursion through a built-in",
    "var a = [1]; a.toString = function () { return String(a) }; String(a)",
    endings.stack,
  ],
  ["a deep program", "eval('('.repeat(100000))", endings.stack],
  ["deep JSON", "JSON.parse('['.repeat(1000000))", endings.stack],
  ["a deep object", "var o = {}; for (var i = 0; i < 100000; i++) o = { o: o }; JSON.stringify(o)", endings.stack],
  ["a deep outcome", "outcome = {}; for (var i = 0; i < 100000; i++) outcome = { o: outcome }", endings.stack],
  ["huge numbers", "10n ** 10000000n", /too large|ran for more than/],
];

/** The preludes of the engines see to these. */
const guarded: readonly (readonly [string, string, RegExp])[] = [
  ["an array that claims to be long", "[].indexOf.call({ length: 9007199254740991 }, 1)", /too long for the sandbox/],
  ["a sparse array", "new Array(4294967295).indexOf(1)", /too long for the sandbox/],
  ["a sparse array that is joined", "String(new Array(4294967295))", /too long for the sandbox/],
  [
    "a length that changes",
    "var n = 0; [].slice.call({ get length() { return n++ ? 9007199254740991 : 1 } }); throw Error('ended')",
    /^ended$/,
  ],
  ["a search for a huge text", "'a'.repeat(9000000).indexOf('a'.repeat(4000000) + 'b')", /too long for the sandbox/],
];

/** Built-in functions ask for no deadline: alone, or called so often that thousands of calls lie between two questions. */
const builtIns: readonly (readonly [string, string])[] = [
  ["sorts of a large typed array", "var t = new Float64Array(3e6); for (;;) t.sort()"],
  ["the normal form of a text of marks", "'\\u0301\\u0300\\u0316'.repeat(300000).normalize('NFC'); for (;;);"],
  ["JSON of a long list", "var a = new Array(500000).fill(0); for (;;) JSON.stringify(a)"],
  ["JSON that is parsed", "var s = '[' + '0,'.repeat(500000) + '0]'; for (;;) JSON.parse(s)"],
  ["comparisons of long texts", "var a = 'x'.repeat(9e6) + 'a', b = 'x'.repeat(9e6) + 'a'; for (;;) a === b"],
  ["large numbers", "var n = 3n ** 300000n; for (;;) n * n"],
  ["a caught sort", "var t = new Float64Array(3e6); for (;;) try { t.sort() } catch (e) {}"],
];

describe.each([
  ["legacy", runLegacy],
  ["next-generation", runNext],
] as const)("hostile scripts of the %s engine", (_name, run) => {
  afterEach(async () => {
    const after = await run("outcome = typeof leak + (1 + 1)", { host: usual });
    expect(done(after).outcome).toBe("undefined2");
    expect(done(await run("outcome = 'next'", { host: ticking })).outcome).toBe("next");
  });

  test.each(attacks)("%s is stopped at the deadline", async (_what, body, message) => {
    asked = 0;
    const { result } = await run(`leak = 1; ${body}`, { host: ticking });
    expect(result).toMatchObject({ kind: "error", message: expect.stringMatching(message) });
  });

  test.each(guarded)("%s ends in an error", async (_what, body, message) => {
    const { result } = await run(`leak = 1; ${body}`, { host: usual });
    expect(result).toMatchObject({ kind: "error", message: expect.stringMatching(message) });
  });

  test("memory never grows beyond the cap, even when the script catches what it gets", async () => {
    const body = "var a = []; try { while (true) a.push('x' + a.length) } catch (e) { a = null } outcome = 'caught'";
    const { result } = await run(body, { host: usual });
    expect(["error", "done"]).toContain(result.kind);
  });

  test("nothing of a script is left for the next one", async () => {
    const body = `
      leak = 1; globalThis.leak2 = 2; var leak3 = 3; outcome = "mine";
      Object.prototype.polluted = "yes"; Array.prototype.map = null; String.prototype.equals = null;
      JSON.parse = function () { return {} }; JSON.stringify = function () { return "{}" };
      Object.hasOwn = Object.keys = Object.entries = function () { throw Error("gone") };`;
    const first = await run(body, { host: usual });
    expect(["error", "done"]).toContain(first.result.kind);
    const second = await run(
      `outcome = [typeof leak, typeof leak2, typeof leak3, typeof ({}).polluted, typeof [].map, "a".equals("a"),
        JSON.stringify(JSON.parse("[1]"))].join()`,
      { host: usual },
    );
    expect(done(second).outcome).toBe("undefined,undefined,undefined,undefined,function,true,[1]");
  });

  test("a polluted prototype changes only what the script itself leaves", async () => {
    const body = `
      Object.prototype.unsupported = "x"; Object.prototype.error = { message: "x" };
      Object.prototype.kind = "callbacks"; Object.prototype.callbacks = [{ type: "NameCallback" }];
      nodeState.putShared("a", 1); outcome = "true"`;
    const trace = await run(body, { host: usual });
    expect(trace.stores.shared.get("a")).toBe(1);
    expect(done(trace)).toEqual({ kind: "done", outcome: "true" });
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "the key %s is a key like any other",
    async (key) => {
      const body = `nodeState.putShared("${key}", { "${key}": JSON.parse('{"${key}": 1}') }); outcome = String(nodeState.isDefined("${key}"))`;
      const trace = await run(body, { host: usual });
      expect(done(trace).outcome).toBe("true");
      expect([...trace.stores.shared.keys()]).toEqual([key]);
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    },
  );

  const reaches = [
    "journeyHost",
    "journeyLibrary",
    "process",
    "module",
    "Buffer",
    "fetch",
    "setTimeout",
    "WebAssembly",
    "Proxy",
    "Atomics",
    "prelude",
    "std",
    "os",
  ];
  test("there is nothing of the host among the globals", async () => {
    const body = `outcome = [${reaches.map((name) => `typeof ${name}`).join(", ")}].join()`;
    expect(done(await run(body, { host: usual })).outcome).toBe(reaches.map(() => "undefined").join());
  });

  test("constructors of what bindings give lead to the sandbox's own globals", async () => {
    const body = `
      var things = [nodeState, nodeState.get, callbacks, logger.error, systemEnv, requestHeaders, new Error("x"), Date, Math.random];
      outcome = things.map(function (thing) {
        // To a legacy script, maps of Java have no constructor.
        var make = (thing.constructor || Object).constructor || thing.constructor;
        var global = make("return this")();
        return (global === globalThis) + "" + typeof global.process;
      }).join()`;
    const { result } = await run(body, { host: usual });
    expect(
      result.kind === "done" &&
        String(result.outcome)
          .split(",")
          .every((part) => part === "trueundefined"),
    ).toBe(true);
  });

  test("modules of the host cannot be imported", async () => {
    const { result } = await run(`import("node:fs").then(function () { outcome = "in" })`, { host: usual });
    expect(result.kind === "done" ? result.outcome : undefined).toBeUndefined();
  });

  test("what a script leaves or passes on is limited", async () => {
    const length = usualLimits.textLength + 1;
    const left = await run(`outcome = "x".repeat(${length})`, { host: usual });
    expect(left.result).toMatchObject({ kind: "error", message: expect.stringMatching(/more than \d+ characters/) });
    const passed = await run(`nodeState.putShared("a", "x".repeat(${length}))`, { host: usual });
    expect(passed.result).toMatchObject({ kind: "error", message: expect.stringMatching(/more than \d+ characters/) });
    expect(passed.stores.shared.size).toBe(0);
  });
});

// Which bindings a script has makes no difference to the following: one engine stands for both.
test.each(greedy)("%s ends in an error, and nothing of it is left", async (_what, body, message) => {
  const { result } = await runNext(`leak = 1; ${body}`, { host: usual });
  expect(result).toMatchObject({ kind: "error", message: expect.stringMatching(message) });
  expect(done(await runNext("outcome = typeof leak + (1 + 1)", { host: usual })).outcome).toBe("undefined2");
});

test.each(builtIns)("%s, for ever, end soon after the deadline", async (_what, body) => {
  const { result } = await runNext(`leak = 1; ${body}`, { host: hurried });
  expect(result).toMatchObject({ kind: "error", message: "The script ran for more than 50 ms" });
  expect(done(await runNext("outcome = typeof leak", { host: hurried })).outcome).toBe("undefined");
});

test("a script that is stopped, and one that is ended inside a built-in function, are told with their names", async () => {
  asked = 0;
  const loop = await runNext("while (true) {}", { host: ticking, title: "Rate the risk" });
  expect(loop.result).toMatchObject({ kind: "error", source: { script: "Rate the risk" } });
  const sort = await runNext(builtIns[0]![1], { host: hurried, title: "Sort" });
  expect(sort.result).toMatchObject({ kind: "error", source: { script: "Sort" } });
});

test("many scripts at once do not meet", async () => {
  const runs = Array.from({ length: 40 }, (_, index) =>
    (index % 2 ? runLegacy : runNext)(`seen = typeof seen; outcome = seen + ${index}`, { host: usual }),
  );
  const outcomes = (await Promise.all(runs)).map((trace) => done(trace).outcome);
  expect(outcomes).toEqual(runs.map((_, index) => `undefined${index}`));
});

test("nothing is loaded before the first script, and the engine is kept after that", async () => {
  const host = createScriptHost();
  for (let index = 0; index < 100; index++) {
    expect(done(await runNext(`nodeState.putShared("n", ${index}); action.goTo("${index}")`, { host })).action).toEqual(
      {
        kind: "outcome",
        outcome: String(index),
      },
    );
  }
});
