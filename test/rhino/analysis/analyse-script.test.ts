import { expect, test } from "vitest";
import { analyseScript } from "../../../src/rhino/analysis/analyse-script.js";

const chain = (make: (name: string) => string) =>
  Array.from({ length: 60 }, (_, at) => `var a${at + 1} = ${make(`a${at}`)};`).join(" ");

test.each([
  // Names of members are no variables: `key` of the class is not the variable.
  [
    "a member called like a variable",
    "var fr = org.jwt.Claims; var jwt = new fr.Builder().build(); outcome = String(jwt);",
  ],
  ["itself", 'outcome = "a"; outcome = outcome || outcome; outcome = outcome ? outcome : outcome;'],
  ["one another", "var a = b, b = c, c = a; outcome = c; c.flat();"],
  ["itself, joined", "var a = a + a; outcome = a; a.flat();"],
  ["many others", `var a0 = "x"; ${chain((name) => `c ? ${name} : ${name} + ${name}`)} outcome = a60; a60.flat();`],
  ["many others, as a choice", `var a0 = "x"; ${chain((name) => `c ? ${name} : ${name}`)} outcome = a60;`],
])("names that are made of %s end", (_what, body) => {
  const started = performance.now();
  expect(analyseScript(body).kind).toBe("analysed");
  expect(performance.now() - started).toBeLessThan(1000);
});
