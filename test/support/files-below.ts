import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The texts of the files below a folder, by path. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true }).map(String);
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
