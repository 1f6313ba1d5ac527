import { expect, test } from "vitest";
import { librariesOfScript, secretsOfScript, variablesOfScript } from "../../../src/rhino/analysis/needs-of-script.js";

test("the titles of the library scripts that a script loads", () => {
  const body = [
    "var one = require('First one');",
    'var two = require ( "Second" ), three = require(`third`);',
    "required('not this'); var fourth = 'Fourth'; require(fourth); require('a' + fourth);",
  ].join("\n");
  expect(librariesOfScript(body)).toEqual(["First one", "Second", "third", "Fourth"]);
});

test("of what cannot be parsed, calls with a text are found", () => {
  expect(librariesOfScript('var a = require("Broken"); if (')).toEqual(["Broken"]);
  expect(librariesOfScript('return require("Body of a function");')).toEqual(["Body of a function"]);
  expect(
    variablesOfScript(
      'def a = systemEnv.getProperty("esv.a") as String\nsystemEnv.getProperty("esv.b", "c") as String',
    ),
  ).toMatchObject([
    { name: "esv.a", hasFallback: false },
    { name: "esv.b", hasFallback: true },
  ]);
});

test("a require of the script's own requires no library", () => {
  expect(librariesOfScript('function require(name) { return {}; } require("own");')).toEqual([]);
});

test("the labels of the secrets that a script reads", () => {
  const body = 'var key = secrets.getGenericSecret("scripted.key").getAsUtf8(); secrets.getGenericSecret(name);';
  expect(secretsOfScript(body).map(({ name }) => name)).toEqual(["scripted.key"]);
  expect(secretsOfScript('def key = secrets.getGenericSecret("esv.key") as String').map(({ name }) => name)).toEqual([
    "esv.key",
  ]);
  expect(secretsOfScript('var secrets = own(); secrets.getGenericSecret("esv.key");')).toEqual([]);
});
