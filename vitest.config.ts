import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { engineModule, grammarTables, tablesModule } from "./scripts/grammar-engine.mjs";
import { memoryDisk } from "./test/support/memory-disk.js";

const source = join(import.meta.dirname, "src");

const temporary = memoryDisk();

/** Puts the engine of the package in the place of Chevrotain, as the build does: what is tested is what ships. */
const grammarEngine: Plugin = {
  name: "grammar-engine",
  enforce: "pre",
  resolveId: (id) => (id === "chevrotain" ? engineModule : undefined),
  load: (id) => (tablesModule.test(id) ? grammarTables() : undefined),
};

/** Tests that start programs come first: a process that has grown takes five times as long to start another one. */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const starts = new Map(
      files.map((file) => [
        file,
        /builtPackage|gitFolder|child_process|[bB]rowser/.test(readFileSync(file.moduleId, "utf8")),
      ]),
    );
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => starts.get(file)), ...sorted.filter((file) => !starts.get(file))];
  }
}

export default defineConfig({
  plugins: [grammarEngine],
  // What runs in a web worker does not run here.
  server: { warmup: { ssrFiles: ["./src/**/*.ts", "!./src/language-server/worker/**"] } },
  resolve: {
    // Examples import the package by its name, as its users do.
    alias: [
      { find: /^journeyc$/, replacement: join(source, "index.ts") },
      { find: "journeyc/runtime", replacement: join(source, "runtime", "index.ts") },
      { find: "journeyc/serve", replacement: join(source, "serve", "index.ts") },
      { find: "journeyc/vitest", replacement: join(source, "vitest", "index.ts") },
    ],
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
    sequence: { sequencer: ProgramsFirst },
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    globalSetup: "test/support/remove-built-package.ts",
    setupFiles: "test/support/same-seed.ts",
  },
});
