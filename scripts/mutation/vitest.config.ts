import { defineConfig } from "vitest/config";
import whole from "../../vitest.config.js";

const { globalSetup: _, ...test } = whole.test ?? {};

/** The tests that belong to a folder; those of the built package, which mutants do not reach, are not among them. */
export default defineConfig({ ...whole, test: { ...test, include: (process.env.MUTATION_TESTS ?? "").split("\n") } });
