import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./built-package.js";
import { projectRoot } from "./read-project.js";

/** Builds the package from the sources as they are, once for all tests of a run that need it. */
export default function buildPackage(): () => void {
  rmSync(packageFolder, { recursive: true, force: true });
  mkdirSync(packageFolder, { recursive: true });
  for (const part of ["docs", "templates"]) symlinkSync(join(projectRoot, part), join(packageFolder, part));
  const script = join(projectRoot, "scripts", "build.mjs");
  execFileSync(process.execPath, [script, "--no-types", "--out", join(packageFolder, "dist")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return () => rmSync(packageFolder, { recursive: true, force: true });
}
