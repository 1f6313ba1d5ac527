import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";
import { engineModule, grammarTables, tablesModule } from "./scripts/grammar-engine.mjs";
import { memoryDisk } from "./test/support/memory-disk.js";

const source = join(import.meta.dirname, "src");

/** Tests that run the built package; one of them compares its parser with the sources on Chevrotain. */
const ofThePackage = [
  "test/cli/commands/build-targets.test.ts",
  "test/cli/process/bad-weather.test.ts",
  "test/cli/process.test.ts",
  "test/cli/process/code-cache.test.ts",
  "test/cli/commands/git-setup.test.ts",
  "test/diff/recipes.test.ts",
  "test/readme.test.ts",
  "test/syntax/engine.test.ts",
];

/** Tests that change what a process has once for all: which store its catalogue comes from. */
const alone = ["test/catalogue/current-store.test.ts"];

for (const path of [...ofThePackage, ...alone]) {
  if (!existsSync(join(import.meta.dirname, path))) throw new Error(`There is no ${path}: write its new name here`);
}

const temporary = memoryDisk();

/** Puts the engine of the package in the place of Chevrotain, as the build does: what is tested is what ships. */
const grammarEngine: Plugin = {
  name: "grammar-engine",
  enforce: "pre",
  resolveId: (id) => (id === "chevrotain" ? engineModule : undefined),
  load: (id) => (tablesModule.test(id) ? grammarTables() : undefined),
};

export default defineConfig({
  resolve: {
    // Examples import the package by its name, as its users do.
    alias: {
      "journeyc/runtime": join(source, "runtime", "index.ts"),
      "journeyc/vitest": join(source, "vitest", "index.ts"),
    },
  },
  test: {
    environment: "node",
    // Whole compiler runs, property tests, all of a corpus: slow on a busy machine is not wrong.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    env: { NO_COLOR: "1", ...(temporary !== undefined && { TMPDIR: temporary }) },
    // Vitest leaves one core to itself, which is half of a small machine.
    maxWorkers: "100%",
    // Most of the time of a file would go into loading the compiler again.
    isolate: false,
    projects: [
      {
        extends: true,
        plugins: [grammarEngine],
        test: {
          name: "sources",
          include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: [...ofThePackage, ...alone],
        },
      },
      { extends: true, plugins: [grammarEngine], test: { name: "alone", include: alone, isolate: true } },
      {
        extends: true,
        test: { name: "package", include: ofThePackage, globalSetup: "test/support/build-package.ts" },
      },
    ],
  },
});
