import { expect, test } from "vitest";
import { declarationName } from "../../../src/export-json/read/declaration-name.js";
import { fileStem } from "../../../src/export-json/read/file-stem.js";

test.each([
  ["Login", "Login"],
  ["sign_in", "sign_in"],
  ["_x", "_x"],
  ["Sign in", "SignIn"],
  ["Größe", "Größe"],
  ["2FA", "Script2FA"],
  ["?!", "Script"],
  ["", "Script"],
])("%j is declared as %s", (title, name) => expect(declarationName(title, "Script", new Set())).toBe(name));

test("a name that is taken gets the next free number", () => {
  const taken = new Set<string>();
  const names = ["A", "A", "A2", "A", "a"].map((title) => declarationName(title, "Script", taken));
  expect(names).toEqual(["A", "A2", "A22", "A3", "a"]);
});

test.each([
  ["Login.json", "Login"],
  ["exports/a/Sign In.JSON", "Sign In"],
  ["exports/Login.journey.json", "Login"],
  ["exports.json/Login", "Login"],
  ["a.json.json", "a.json"],
  [".json", "Journey"],
  ["a/", "Journey"],
])("a journey of %s is called %s", (path, name) => expect(fileStem(path)).toBe(name));
