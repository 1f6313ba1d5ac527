#!/usr/bin/env node
"use strict";

// The program is built and not in the repository. This file is, so that npm finds the command in any installation, and the command
// can say what is missing.
try {
  require("../dist/cli/journeyc.cjs");
} catch (error) {
  const { existsSync } = require("node:fs");
  const { join } = require("node:path");
  const root = join(__dirname, "..");
  if (existsSync(join(root, "dist", "cli", "journeyc.cjs"))) throw error;
  const isClone = existsSync(join(root, "scripts", "build.mjs"));
  const isReady = existsSync(join(root, "node_modules", "esbuild"));
  const remedy = isClone
    ? `Run in ${root}: ${isReady ? "npm run build" : "npm ci --ignore-scripts=false"}`
    : 'Run: npm ci --ignore-scripts=false\nOr install the packed file, which needs no scripts: see "In a project of your own" in its README.';
  process.stderr.write(
    `journeyc is not built: it was installed from its repository, and scripts were not run.\n${remedy}\n`,
  );
  process.exitCode = 2;
}
