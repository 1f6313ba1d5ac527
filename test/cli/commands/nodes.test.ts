import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { schemaValidator } from "../../support/schema-validator.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("journeyc nodes", () => {
  it("shows a type by either name, and finds types by words", async () => {
    const shown = await runCommand(temporaryFolder(), ["nodes", "ScriptedDecision"]);
    expect(shown.code).toBe(0);
    expect(shown.output).toMatch(/^ {2}outcomes +list of strings +required; default \[\]$/m);
    for (const name of ["ScriptedDecisionNode", "scripteddecision", "scripteddecisionnode", "SCRIPTEDDECISION"]) {
      expect((await runCommand(temporaryFolder(), ["nodes", name])).output).toBe(shown.output);
    }
    const found = await runCommand(temporaryFolder(), ["nodes", "scripted", "decision"]);
    expect(found.output).toMatch(/^ScriptedDecision +\S/m);
  });

  it("shows every type, and lists them as JSON that its schema describes", async () => {
    const { output } = await runCommand(temporaryFolder(), ["nodes", "--json"]);
    const validate = schemaValidator("nodes");
    const list = JSON.parse(output);
    expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
    expect(list.types.length).toBeGreaterThan(150);
    for (const { id } of list.types) {
      const page = await runCommand(temporaryFolder(), ["nodes", id]);
      expect(page.output, id).toContain("Properties");
      expect(page.output, id).not.toMatch(/undefined|\[object|NaN/);
    }
    const one = JSON.parse((await runCommand(temporaryFolder(), ["nodes", "ScriptedDecision", "--json"])).output);
    expect(validate(one), JSON.stringify(validate.errors)).toBe(true);
  });
});
