import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { schemaValidator } from "../../support/schema-validator.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("journeyc explain", () => {
  it("explains by name and by number, with the page's examples", async () => {
    const { code, output } = await runCommand(temporaryFolder(), ["explain", "unknown-setting"]);
    expect(code).toBe(0);
    expect(output).toContain("Why\nA misspelt setting would be ignored");
    expect(output).toMatch(/Wrong\n\|[\s\S]*Right\n\|/);
    expect((await runCommand(temporaryFolder(), ["explain", "jrn803"])).output).toBe(output);
  });

  it("lists all codes, and reports as JSON that its schema describes", async () => {
    const validate = schemaValidator("explain");
    const all = JSON.parse((await runCommand(temporaryFolder(), ["explain", "--json"])).output);
    expect(validate(all), JSON.stringify(validate.errors)).toBe(true);
    const one = JSON.parse((await runCommand(temporaryFolder(), ["explain", "unknown-setting", "--json"])).output);
    expect(validate(one), JSON.stringify(validate.errors)).toBe(true);
    expect(one).toMatchObject({ version: 1, code: "unknown-setting", id: "JRN803" });
    expect(readFileSync(one.page, "utf8")).toMatch(/^# unknown-setting\b/);
  });

  it("tells how far a rule can be trusted", async () => {
    const told = async (code: string) => (await runCommand(temporaryFolder(), ["explain", code])).output;
    expect(await told("unreachable-node")).toContain("Soundness\nNever wrong, and misses nothing.\nProves");
    expect(await told("state-never-written")).toContain("Soundness\nNever wrong, but it may miss some.\nMay miss");
    expect(await told("unknown-inner-journey")).toContain("Soundness\nHeuristic: a finding may be harmless.\nMay");
    expect(await told("unknown-setting")).toContain("Soundness\nNever wrong: no rule judges here");
    const one = JSON.parse((await runCommand(temporaryFolder(), ["explain", "unreachable-node", "--json"])).output);
    expect(one.soundness).toMatchObject({ kind: "proves", text: expect.stringMatching(/^Proves/) });
    expect(schemaValidator("explain")(one)).toBe(true);
  });
});
