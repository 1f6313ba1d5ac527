import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { builtPackage } from "../support/built-package.js";

/** The environment of a user who has installed the package: `journeyc` is on the path, by a file in a folder of the test. */
export function withJourneyc(folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const command = join(bin, "journeyc");
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${builtPackage().launcher}' "$@"\n`);
  chmodSync(command, 0o755);
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
}
