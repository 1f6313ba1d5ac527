import { rmSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./built-package.js";

/** Removes the package that tests have built: before a run, since the sources may have changed, and after it. */
export default function removeBuiltPackage(): () => void {
  const remove = () => rmSync(join(packageFolder, ".."), { recursive: true, force: true });
  remove();
  return remove;
}
