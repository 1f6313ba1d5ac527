import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { writeExport } from "../src/write/export-json/write-export.js";
import { bindFiles, projectRoot } from "./support/read-project.js";

const folders = globSync("examples/*", { cwd: projectRoot, onlyDirectories: true }).sort();

test("there are examples", () => {
  expect(folders.length).toBeGreaterThanOrEqual(3);
});

test.each(folders)("%s compiles without a word", (folder) => {
  const paths = globSync("**/*.journey", { cwd: join(projectRoot, folder) }).map((path) => join(folder, path));
  const { model, diagnostics } = bindFiles(paths);
  expect(diagnostics.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`)).toEqual([]);
  expect(model.journeys).toHaveLength(paths.length);
  for (const journey of model.journeys) {
    const { text, value } = writeExport(journey);
    expect(JSON.parse(text)).toEqual(value);
  }
});
