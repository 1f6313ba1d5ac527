import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeMachine } from "../../../src/write/machine/write-machine.js";
import { bindText, projectRoot } from "../../support/read-project.js";

it("is what stands beside the example, as its build writes it", async () => {
  const folder = join(projectRoot, "examples", "reset-password");
  const { model } = bindText(readFileSync(join(folder, "ResetPassword.journey"), "utf8"));
  const [journey] = model.journeys;
  if (journey === undefined) throw new Error("The example has no journey");
  expect(readFileSync(join(folder, "ResetPassword.machine.ts"), "utf8")).toBe(await writeMachine(journey, model));
});
