import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("journeyc init", () => {
  it("starts a project that checks and builds, and keeps what is there", async () => {
    const folder = temporaryFolder({ "app/journey.config.json": "{}" });
    const { code, output } = await runCommand(folder, ["init", "app"]);
    expect(code).toBe(0);
    expect(output.split("\n").filter(Boolean)).toEqual([
      "created  app/.github/workflows/journeys.yml",
      "kept     app/journey.config.json",
      "created  app/journeys/ResetPassword.journey",
    ]);
    expect(readFileSync(join(folder, "app", "journey.config.json"), "utf8")).toBe("{}");
    const fresh = join(folder, "fresh");
    await runCommand(folder, ["init", "fresh"]);
    const { $schema } = JSON.parse(readFileSync(join(fresh, "journey.config.json"), "utf8"));
    expect(existsSync(join(projectRoot, $schema.replace("./node_modules/journeyc/", "")))).toBe(true);
    expect(await runCommand(fresh, ["check", "--max-warnings", "0"])).toMatchObject({ code: 0, output: "" });
    expect((await runCommand(fresh, ["build"])).output).toContain("written    dist/ResetPassword.machine.ts");
  });
});
