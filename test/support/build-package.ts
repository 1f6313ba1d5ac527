import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { builtFrom, sourcesHash } from "../../scripts/built-from.mjs";
import { packageFolder } from "./built-package.js";

const root = join(import.meta.dirname, "..", "..");

/** The package as the sources are, once for all tests of a run that need it: built, or copied from `dist` where that is just this. */
export default function buildPackage(): () => void {
  const remove = () => rmSync(packageFolder, { recursive: true, force: true });
  remove();
  mkdirSync(packageFolder, { recursive: true });
  for (const part of ["docs", "templates"]) symlinkSync(join(root, part), join(packageFolder, part));
  const dist = join(root, "dist");
  const built = join(packageFolder, "dist");
  if (builtFrom(dist) === sourcesHash()) {
    cpSync(dist, built, { recursive: true });
  } else {
    execFileSync(process.execPath, [join(root, "scripts", "build.mjs"), "--no-types", "--out", built], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  return remove;
}
