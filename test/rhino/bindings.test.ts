import { expect, test } from "vitest";
import { bindingMethods } from "../../src/rhino/bindings.js";
import { done, runLegacy, runNext } from "../simulate/scripts/script-fixture.js";

/** The methods of an object of the sandbox that `bindingMethods` does not list. */
const unlisted = (binding: string, methods: readonly string[]) => `(function () {
  var listed = ${JSON.stringify(methods)}, found = [];
  for (var at = ${binding}; at && at !== Object.prototype && at !== Array.prototype; at = Object.getPrototypeOf(at)) {
    Object.getOwnPropertyNames(at).forEach(function (name) {
      if (name !== "constructor" && listed.indexOf(name) < 0 && typeof ${binding}[name] === "function") found.push("${binding}." + name);
    });
  }
  return found.join(" ");
}())`;

test.each([
  ["legacy", runLegacy],
  ["next-generation", runNext],
] as const)("every method that the sandbox gives a script of the %s engine is a known one", async (generation, run) => {
  // Of Java's classes and collections the sandbox knows more than scripts may call.
  const own = Object.entries(bindingMethods[generation]).filter(
    ([binding]) =>
      !/^(?:Action|sharedState|transientState|request\w+)$/.test(binding) &&
      !(generation === "legacy" && /^(?:callbacks|action)$/.test(binding)),
  );
  expect(own.length).toBeGreaterThan(5);
  const body = `outcome = [${own.map(([binding, methods]) => unlisted(binding, methods)).join(", ")}].join(" ").trim();`;
  expect(done(await run(body)).outcome).toBe("");
});
