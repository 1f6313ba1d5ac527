import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScenarios } from "../../support/simulate-text.js";

const resetPassword = readFileSync(
  join(import.meta.dirname, "..", "..", "..", "examples", "reset-password", "ResetPassword.journey"),
  "utf8",
);

test("the scenario of the example passes", async () => {
  const results = await runScenarios(resetPassword);
  expect(results.map(({ title, passed, diagnostics }) => ({ title, passed, diagnostics }))).toEqual([
    { title: "a known user gets a new password", passed: true, diagnostics: [] },
  ]);
});
