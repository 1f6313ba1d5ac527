import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { writeExport } from "../src/export-json/write/write-export.js";
import { runCommand } from "./support/fake-host.js";
import { bindFiles, projectRoot } from "./support/read-project.js";

const folders = globSync("examples/*", { cwd: projectRoot, onlyDirectories: true }).sort();

test("there are examples", () => {
  expect(folders.length).toBeGreaterThanOrEqual(3);
});

test.each(folders)("%s compiles without a word", (folder) => {
  const paths = globSync("**/*.journey", { cwd: join(projectRoot, folder) }).map((path) => join(folder, path));
  const { model, diagnostics } = bindFiles(paths);
  expect(diagnostics.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`)).toEqual([]);
  expect(model.journeys).toHaveLength(paths.filter((path) => !path.endsWith(".scenarios.journey")).length);
  for (const journey of model.journeys) {
    const { text, value } = writeExport(journey);
    expect(JSON.parse(text)).toEqual(value);
  }
});

test("the examples have no findings and are in canonical form", async () => {
  expect(await runCommand(projectRoot, ["check", "examples"])).toMatchObject({ code: 0, output: "" });
  expect(await runCommand(projectRoot, ["fmt", "--check", "examples"])).toMatchObject({ code: 0 });
});

test("the scenarios of the examples pass, and take every outcome", async () => {
  const { code, output } = await runCommand(projectRoot, ["test", "examples", "--coverage"]);
  expect([code, output.includes("✗")]).toEqual([0, false]);
  expect(output.match(/^\w+ +\d+\/\d+ \(100 %\) +\d+\/\d+ \(100 %\)$/gm)).toHaveLength(4);
});
