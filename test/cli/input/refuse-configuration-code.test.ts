import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../../src/cli/commands/index.js";
import { exportFixture } from "../../support/export-fixture.js";
import { runCommand } from "../../support/fake-host.js";
import { projectRoot } from "../../support/read-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const journey = "journey A {\n  start -> success\n}\n";
const hostile =
  'import { writeFileSync } from "node:fs";\nwriteFileSync(new URL("ran", import.meta.url), "");\nexport default {};\n';

/** A stranger's folder: its configuration leaves a file behind when it is run. */
function strangersFolder(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({
    "a.journey": journey,
    "b.journey": journey,
    "export.json": JSON.stringify({ trees: { "Sign In": exportFixture() } }),
    "journey.config.mjs": hostile,
    ...files,
  });
  return { folder, hasRun: () => existsSync(join(folder, "ran")) };
}

const calls: readonly (readonly string[])[] = [
  ["check", "a.journey"],
  ["build", "a.journey"],
  ["fmt", "--check"],
  ["graph", "a.journey"],
  ["describe", "a.journey"],
  ["diff", "a.journey", "b.journey"],
  ["requires", "a.journey"],
  ["uses", "A", "a.journey"],
  ["types", "a.journey"],
  ["test", "a.journey"],
  ["simulate", "a.journey"],
  ["merge", "a.journey", "a.journey", "a.journey"],
  ["import", "export.json", "--out", "texts"],
];

describe("--no-config-code", () => {
  it.each(calls)("%s runs the configuration, and does not with the option or the variable", async (...call) => {
    const [name = ""] = call;
    for (const [options, environment, runs] of [
      [["--no-config-code"], {}, false],
      [[], { JOURNEYC_NO_CONFIG_CODE: "1" }, false],
      [[], { JOURNEYC_NO_CONFIG_CODE: "0" }, true],
    ] as const) {
      const { folder, hasRun } = strangersFolder();
      const { talk } = await runCommand(folder, [...call, ...options], { environment });
      expect([name, options, environment, hasRun()]).toEqual([name, options, environment, runs]);
      expect(talk.includes("warning: journey.config.mjs was not run")).toBe(!runs);
    }
  });

  it("is an option of every command that has --config", async () => {
    for (const [name, { load }] of Object.entries(commands)) {
      const { options } = await load();
      // A server for editors finds the configurations of its folders by itself.
      const readsConfiguration = "config" in options || name === "lsp";
      expect([name, "no-config-code" in options]).toEqual([name, readsConfiguration]);
    }
    const tried = calls.map(([name]) => name);
    for (const [name, { load }] of Object.entries(commands)) {
      // `serve` goes on until somebody stops it.
      if ("config" in (await load()).options && name !== "nodes" && name !== "serve") expect(tried).toContain(name);
    }
  });

  it("reads a configuration in JSON, and code beside it does not keep it from that", async () => {
    const { folder, hasRun } = strangersFolder({ "journey.config.json": '{ "outDir": "there" }' });
    const { code, talk } = await runCommand(folder, ["build", "a.journey", "--no-config-code"]);
    expect(code).toBe(0);
    expect(talk).toContain("journey.config.mjs was not run");
    expect(existsSync(join(folder, "there", "A.journey.json"))).toBe(true);
    expect(hasRun()).toBe(false);
  });

  it("refuses a configuration that is named and is code", async () => {
    const { folder, hasRun } = strangersFolder();
    const { code, talk } = await runCommand(folder, ["check", "--config", "journey.config.mjs", "--no-config-code"]);
    expect([code, hasRun()]).toEqual([2, false]);
    expect(talk).toContain("Give a configuration in JSON");
  });
});

it("docs/trust.md names the option, the variable and every kind of configuration that is code", () => {
  const text = readFileSync(join(projectRoot, "docs", "trust.md"), "utf8");
  for (const word of ["--no-config-code", "JOURNEYC_NO_CONFIG_CODE=1", "journey.config.js", "journey.config.mjs"]) {
    expect(text).toContain(word);
  }
});
