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
});
