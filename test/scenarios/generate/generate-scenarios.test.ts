import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateScenarios } from "../../../src/scenarios/generate/generate-scenarios.js";
import { modelOf, runScenarios } from "../../support/simulate-text.js";

const examples = join(import.meta.dirname, "..", "..", "..", "examples");
const resetPassword = readFileSync(join(examples, "reset-password", "ResetPassword.journey"), "utf8");

test("generated scenarios cover every outcome and pass as written", async () => {
  const model = modelOf(resetPassword);
  const [journey] = model.journeys;
  if (!journey) throw new Error("no journey");
  const { text, missed } = await generateScenarios(journey, { model, world: {} });
  expect(missed).toEqual([]);
  const results = await runScenarios(resetPassword + text);
  expect(results.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))).toEqual([]);
});
