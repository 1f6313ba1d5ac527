import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheBytes, cacheName, evaluateProgram, loadProgram } from "./code-cache.js";
import type { RunProgram } from "./run-program.js";

/**
 * Run by the build beside a program: makes the code cache after a usual run, so that it holds the functions that such a
 * run compiles.
 */
async function warmUp(name: string, packageFolder: string): Promise<void> {
  const path = join(__dirname, `${name}.cjs`);
  const program = loadProgram(path, []);
  const { runProgram } = evaluateProgram<{ readonly runProgram: RunProgram }>(program, path, require);
  const example = join(packageFolder, "templates", "init", "journeys", "ResetPassword.journey");
  const out = mkdtempSync(join(tmpdir(), "journeyc-warm-"));
  try {
    await runProgram(usualArguments(name, example, out), "", packageFolder, (url) => import(url));
  } finally {
    rmSync(out, { recursive: true });
  }
  writeFileSync(join(__dirname, cacheName(name)), cacheBytes(program));
}

function usualArguments(program: string, example: string, out: string): readonly string[] {
  switch (program) {
    case "help":
      return ["--help"];
    case "build":
      return ["build", example, "--out", out];
    default:
      return ["check", example];
  }
}

const [name = "", packageFolder = ""] = process.argv.slice(2);
void warmUp(name, packageFolder);
