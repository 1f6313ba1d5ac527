import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtPackage } from "../../support/built-package.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const built = builtPackage();
const login = join("examples", "login");

function build(args: readonly string[], input = "", environment = {}) {
  const result = built.run(["build", ...args], { input, environment });
  expect([result.stderr, result.status]).toEqual(["", 0]);
  return result;
}

describe("build", () => {
  it("takes exports, and gives what their texts give", () => {
    const [fromText, bundled, fromExport] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    build([login, "--out", fromText]);
    build([login, "--out", bundled, "--bundle"]);
    build([join(bundled, "bundle.journey.json"), "--out", fromExport]);
    for (const file of readdirSync(fromText)) {
      expect(readFileSync(join(fromExport, file), "utf8")).toBe(readFileSync(join(fromText, file), "utf8"));
    }
    const piped = temporaryFolder();
    build(["-", "--out", piped], readFileSync(join(fromText, "Login.journey.json"), "utf8"));
    expect(readdirSync(piped)).toEqual([".journeyc-outputs", "Login.journey.json"]);
  });

  it("writes folders of fr-config-manager, and removes the nodes that are gone", () => {
    const [folder, back, text] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    build([login, "--out", folder, "--target", "frconfig"]);
    const nodes = join(folder, "realms", "alpha", "journeys", "Login", "nodes");
    writeFileSync(join(nodes, "Gone - 1.json"), '{ "_id": "1" }');
    writeFileSync(join(nodes, "own.json"), "{}");
    writeFileSync(join(nodes, "notes.txt"), "mine");
    const again = built.run(["build", login, "--out", folder, "--target", "frconfig"]);
    expect(again.stderr).toMatch(/^removed {4}.*Gone - 1\.json\n$/);
    for (const own of ["notes.txt", "own.json"]) expect(existsSync(join(nodes, own))).toBe(true);
    build([folder, "--out", back]);
    build([login, "--out", text]);
    expect(readFileSync(join(back, "Login.journey.json"), "utf8")).toBe(
      readFileSync(join(text, "Login.journey.json"), "utf8"),
    );
  });

  it("says what a folder has no place for", () => {
    const folder = temporaryFolder({
      "A.journey": 'journey A {\n  start -> success\n\n  resource theme "Blue" from "blue.json"\n}\n',
      "blue.json": '{ "_id": "blue", "name": "Blue" }',
    });
    const result = built.run(["build", folder, "--out", temporaryFolder(), "--target", "frconfig"]);
    expect(result.status).toBe(0);
    expect(result.stderr).toContain(
      'left-out-of-folder JRN413\nThe layout of the folder has no place for theme "Blue"',
    );
  });

  it("gives exports the admin UI's header, with no date but SOURCE_DATE_EPOCH", () => {
    const metaWith = (environment: Readonly<Record<string, string>>) => {
      const out = temporaryFolder();
      build([login, "--out", out, "--bundle", "--meta"], "", environment);
      return JSON.parse(readFileSync(join(out, "bundle.journey.json"), "utf8")).meta;
    };
    const meta = { exportTool: "journeyc", exportToolVersion: "0.1.0", exportedBy: "", origin: "" };
    const trees = { treesSelectedForExport: ["Login"], innerTreesIncluded: ["SecondFactor"] };
    expect(metaWith({})).toEqual({ ...meta, ...trees });
    expect(metaWith({ SOURCE_DATE_EPOCH: "1700000000" })).toEqual({
      ...meta,
      ...trees,
      exportDate: "2023-11-14T22:13:20.000Z",
    });
    const wrong = built.run(["build", login, "--meta"], { environment: { SOURCE_DATE_EPOCH: "today" } });
    expect(wrong.status).toBe(2);
  });

  it("writes Mermaid pictures", () => {
    const out = temporaryFolder();
    build([login, "--out", out, "--target", "mermaid"]);
    expect(readFileSync(join(out, "Login.mmd"), "utf8")).toContain('-->|"False"|');
  });
});
