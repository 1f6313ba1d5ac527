import { describe, expect, test } from "vitest";
import { done, runLegacy, runNext } from "./script-fixture.js";

const shared = { name: "demo", empty: "", number: 5, no: false, list: ["a"], map: { key: "value" } };

async function warnings(body: string): Promise<readonly string[]> {
  const { result, world } = await runLegacy(body, { shared });
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  return world.log.filter(({ level }) => level === "warn").map(({ text }) => text);
}

const unsure = "as in Rhino. Whether the platform converts values of Java is not known:";

test.each([
  [
    'var a;\nif (sharedState.get("name") === "demo") { }',
    `Line 2: "demo" of Java and "demo" are not strictly equal (\`===\`), ${unsure} \`==\` or \`String(…)\` is certain`,
  ],
  [
    'if (nodeState.get("number").asInteger() !== 5) { }',
    `Line 1: 5 of Java and 5 are not strictly equal (\`===\`), ${unsure} \`==\` or \`String(…)\` is certain`,
  ],
  [
    '\nswitch (sharedState.get("name")) { case "demo": break; }',
    `Line 2: no \`case\` fits "demo" of Java, ${unsure} \`switch (String(…))\` is certain`,
  ],
  [
    'var mail = sharedState.get("empty");\nif (!mail) { }',
    `Line 2: "" of Java counts as true in a test, ${unsure} a comparison with \`==\` is certain`,
  ],
  [
    '["demo"].indexOf(sharedState.get("name"))',
    `\`indexOf\` does not find "demo" of Java, ${unsure} \`String(…)\` is certain`,
  ],
  ['sharedState.get("map").key', `"key" of a map of Java is undefined, ${unsure} \`get("key")\` is certain`],
  ["Object.keys(sharedState)", `the keys of a map of Java are its methods, ${unsure} \`keySet()\` is certain`],
])("%s is told once", async (code, text) => {
  expect(await warnings(`for (var i = 0; i < 2; i++) {${code}}`)).toEqual([text]);
});

test.each([
  'sharedState.get("name") === null',
  'sharedState.get("name") == "demo"',
  'sharedState.get("name").equals("demo")',
  'String(sharedState.get("name")) === "demo"',
  'sharedState.get("name") === "other"',
  'typeof sharedState.get("name") === "object"',
  'if (sharedState.get("name")) { }',
  'if (sharedState.get("list").get(0) == sharedState.get("list").get(0)) { }',
  'switch (String(sharedState.get("name"))) { case "demo": }',
  'var a = realm === "/alpha" && scriptName === "Test Script"',
])("nothing is told of %s", async (code) => {
  expect(await warnings(code)).toEqual([]);
});

test("the next generation gives values of JavaScript", async () => {
  const body = `outcome = [nodeState.get("name") === "demo", typeof nodeState.get("number"), !nodeState.get("empty"), Array.isArray(nodeState.get("list")), nodeState.get("map").key].join()`;
  expect(done(await runNext(body, { shared })).outcome).toBe("true,number,true,true,value");
});

describe("Java classes without new", () => {
  test("a callback", async () => {
    const body = `var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action, javax.security.auth.callback.TextOutputCallback);
      if (callbacks.isEmpty()) { action = fr.Action.send(fr.TextOutputCallback(0, "hi")).build(); } else { outcome = "true"; }`;
    expect(done(await runLegacy(body)).action).toMatchObject({ callbacks: [{ type: "TextOutputCallback" }] });
  });

  test.each([
    ["java.util.ArrayList().size()", "0"],
    ['java.lang.StringBuilder("a").append("b")', "ab"],
    ["java.util.Date(0).getTime()", "0"],
    ["org.forgerock.http.protocol.Request().getMethod()", "GET"],
    ['org.forgerock.json.JsonValue("a").asString()', "a"],
    ['java.lang.RuntimeException("no").getMessage()', "no"],
  ])("%s", async (expression, expected) => {
    expect(done(await runLegacy(`outcome = String(${expression})`)).outcome).toBe(expected);
  });
});

test("an exception of Java has its class, and conditional catch asks for it", async () => {
  const body = `try { java.lang.Integer.parseInt("x") } catch (e if e.javaException instanceof java.lang.NumberFormatException) {
    outcome = e.name + "|" + e.message + "|" + e.javaException.getClass().getName() + "|" + (e instanceof Error);
  }`;
  expect(done(await runLegacy(body)).outcome).toBe(
    'JavaException|java.lang.NumberFormatException: For input string: "x"|java.lang.NumberFormatException|true',
  );
});

test("what a script stores stays what it is", async () => {
  const body = `sharedState.put("o", { a: 1 }); sharedState.put("t", sharedState.get("name"));
    outcome = typeof sharedState.get("o").a + (sharedState.get("t") == "demo")`;
  const { result, stores } = await runLegacy(body, { shared });
  expect(result).toMatchObject({ outcome: "numbertrue" });
  expect([stores.shared.get("o"), stores.shared.get("t")]).toEqual([{ a: 1 }, "demo"]);
});
