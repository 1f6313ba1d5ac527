import { defineConfig, mergeConfig } from "vitest/config";
import whole from "../../vitest.config.js";

const { projects = [], ...test } = whole.test ?? {};
const [sources] = projects;
if (typeof sources !== "object" || !("plugins" in sources)) throw new Error("The tests of the sources are no project");

/** The tests of the sources, as one project: Stryker chooses the files. */
export default mergeConfig(
  defineConfig({ ...whole, test }),
  defineConfig({ plugins: sources.plugins, test: { include: ["test/**/*.test.ts"] } }),
);
