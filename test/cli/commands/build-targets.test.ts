import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const login = join("examples", "login");

async function build(args: readonly string[], options = {}) {
  const { code, talk } = await runCommand(projectRoot, ["build", ...args], options);
  expect([talk, code]).toEqual(["", 0]);
}

describe("build", () => {
  it("takes exports, and gives what their texts give", async () => {
    const [fromText, bundled, fromExport] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await build([login, "--out", fromText]);
    await build([login, "--out", bundled, "--bundle"]);
    await build([join(bundled, "bundle.journey.json"), "--out", fromExport]);
    for (const file of readdirSync(fromText)) {
      expect(readFileSync(join(fromExport, file), "utf8")).toBe(readFileSync(join(fromText, file), "utf8"));
    }
    const piped = temporaryFolder();
    await build(["-", "--out", piped], { input: readFileSync(join(fromText, "Login.journey.json"), "utf8") });
    expect(readdirSync(piped)).toEqual([".journeyc-outputs", "Login.journey.json"]);
  });

  it("writes folders of fr-config-manager, and removes the nodes that are gone", async () => {
    const [folder, back, text] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await build([login, "--out", folder, "--target", "frconfig"]);
    const nodes = join(folder, "realms", "alpha", "journeys", "Login", "nodes");
    writeFileSync(join(nodes, "Gone - 1.json"), '{ "_id": "1" }');
    writeFileSync(join(nodes, "own.json"), "{}");
    writeFileSync(join(nodes, "notes.txt"), "mine");
    const again = await runCommand(projectRoot, ["build", login, "--out", folder, "--target", "frconfig"]);
    expect(again.talk).toMatch(/^removed {4}.*Gone - 1\.json\n$/);
    for (const own of ["notes.txt", "own.json"]) expect(existsSync(join(nodes, own))).toBe(true);
    await build([folder, "--out", back]);
    await build([login, "--out", text]);
    expect(readFileSync(join(back, "Login.journey.json"), "utf8")).toBe(
      readFileSync(join(text, "Login.journey.json"), "utf8"),
    );
  });

  it("says what a folder has no place for", async () => {
    const folder = temporaryFolder({
      "A.journey": 'journey A {\n  start -> success\n\n  resource theme "Blue" from "blue.json"\n}\n',
      "blue.json": '{ "_id": "blue", "name": "Blue" }',
    });
    const result = await runCommand(projectRoot, ["build", folder, "--out", temporaryFolder(), "--target", "frconfig"]);
    expect(result.code).toBe(0);
    expect(result.talk).toContain('left-out-of-folder JRN413\nThe layout of the folder has no place for theme "Blue"');
  });

  it("gives exports the admin UI's header, with no date but SOURCE_DATE_EPOCH", async () => {
    const metaWith = async (environment: Readonly<Record<string, string>>) => {
      const out = temporaryFolder();
      await build([login, "--out", out, "--bundle", "--meta"], { environment });
      return JSON.parse(readFileSync(join(out, "bundle.journey.json"), "utf8")).meta;
    };
    const meta = { exportTool: "journeyc", exportToolVersion: "1.2.3", exportedBy: "", origin: "" };
    const trees = { treesSelectedForExport: ["Login"], innerTreesIncluded: ["SecondFactor"] };
    expect(await metaWith({})).toEqual({ ...meta, ...trees });
    expect(await metaWith({ SOURCE_DATE_EPOCH: "1700000000" })).toEqual({
      ...meta,
      ...trees,
      exportDate: "2023-11-14T22:13:20.000Z",
    });
    const wrong = await runCommand(projectRoot, ["build", login, "--meta"], {
      environment: { SOURCE_DATE_EPOCH: "today" },
    });
    expect(wrong.code).toBe(2);
  });

  it("writes Mermaid pictures", async () => {
    const out = temporaryFolder();
    await build([login, "--out", out, "--target", "mermaid"]);
    expect(readFileSync(join(out, "Login.mmd"), "utf8")).toContain('-->|"False"|');
  });
});
