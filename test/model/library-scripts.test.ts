import { expect, test } from "vitest";
import { librariesOfScript } from "../../src/model/library-scripts.js";

test("the titles of the library scripts that a script loads", () => {
  const body = [
    "var one = require('First one');",
    'var two = require ( "Second" ), three = require(`third`);',
    "required('not this'); var name = 'x'; require(name); require('a' + name);",
  ].join("\n");
  expect(librariesOfScript(body)).toEqual(["First one", "Second", "third"]);
});
