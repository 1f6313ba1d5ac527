import { expect, test } from "vitest";
import { nearestName } from "../../src/diagnostics/suggest.js";

test.each([
  ["FindUsr", ["FindUser", "SendLink"], "FindUser"],
  ["finduser", ["FindUser"], "FindUser"],
  ["ture", ["true", "false"], "true"],
  ["x", ["true", "false"], undefined],
  ["Step", ["Step1", "Step2"], undefined],
  ["Step1", ["Step1"], undefined],
  ["", ["a"], undefined],
  ["a".repeat(1000), ["a".repeat(1001)], undefined],
])("%j among %j: %j", (word, candidates, nearest) => {
  expect(nearestName(word, candidates)).toBe(nearest);
});
