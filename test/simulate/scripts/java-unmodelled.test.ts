import { expect, test } from "vitest";
import { done, runLegacy } from "./script-fixture.js";

test.each([
  ['new java.lang.StringBuilder("a").codePointAt(0)', "java.lang.StringBuilder.codePointAt"],
  ["new java.util.ArrayList().stream()", "java.util.List.stream"],
  ["java.lang.Integer.bitCount(5)", "java.lang.Integer.bitCount"],
  ['new java.lang.String("a").chars()', "java.lang.String.chars"],
  ['new java.text.SimpleDateFormat("yyyy")', "Java class java.text.SimpleDateFormat"],
  ["with (new JavaImporter(java.util.Scanner)) { new Scanner() }", "Java class java.util.Scanner"],
  ["java.net.URLEncoder.encode('a b', 'UTF-8')", "Java class java.net.URLEncoder"],
  ["new java.util.Random(42)", "java.util.Random with a seed"],
])("%s makes the node a stub, whatever the script catches", async (call, name) => {
  const { result } = await runLegacy(`try { ${call}; outcome = "true" } catch (e) { outcome = "false" }`);
  expect(result).toEqual({ kind: "unsupported", reason: `${name} is not available in the simulation` });
});

test("a method that Java has not is an error that a script may catch", async () => {
  const body = 'try { new java.lang.StringBuilder("a").trim(); outcome = "true" } catch (e) { outcome = "false" }';
  expect(done(await runLegacy(body)).outcome).toBe("false");
});
