import { defineConfig, mergeConfig } from "vitest/config";
import whole from "../../vitest.config.js";

const { projects = [], ...test } = whole.test ?? {};
const [sources] = projects;
if (typeof sources !== "object" || !("plugins" in sources)) throw new Error("The tests of the sources are no project");

/** The tests that belong to a folder, as one project. */
export default mergeConfig(
  defineConfig({ ...whole, test }),
  defineConfig({ plugins: sources.plugins, test: { include: (process.env.MUTATION_TESTS ?? "").split("\n") } }),
);
