import { join } from "node:path";
import { defineConfig } from "vitest/config";

const source = join(import.meta.dirname, "src");

export default defineConfig({
  resolve: {
    // Examples import the package by its name, as its users do.
    alias: {
      "journeyc/runtime": join(source, "runtime", "index.ts"),
      "journeyc/vitest": join(source, "vitest", "index.ts"),
    },
  },
  test: {
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    environment: "node",
    // Whole compiler runs and property tests: slow on a busy machine is not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { NO_COLOR: "1" },
  },
});
