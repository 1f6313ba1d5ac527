import { expect, test } from "vitest";
import { foundInScript } from "../../support/decision-script.js";

const found = (body: string) =>
  foundInScript("unknown-library", body).map((text) => /^(\d+): requires "(.*)" in/.exec(text)?.slice(1).join(" "));

test.each<[string, string, readonly string[]]>([
  ["a misspelt name", 'var h = require("helper");', ["1 helper"]],
  ["another name", '\nrequire("mail");', ["2 mail"]],
  ["a name in a constant", 'var NAME = "Helpers"; require(NAME);', ["1 Helpers"]],
  ["one name twice", 'require("mail"); require("mail");', ["1 mail"]],
])("%s: reported", (_what, body, expected) => {
  expect(found(body)).toEqual(expected);
});

test.each([
  ["the library that is there", 'require("helpers").a;'],
  ["a computed name", "require(name); require('help' + x);"],
  ["its own `require`", 'function require(name) {} require("mail");'],
  ["a text", "logger.info(\"require('mail')\");"],
])("%s: not reported", (_what, body) => {
  expect(found(body)).toEqual([]);
});
