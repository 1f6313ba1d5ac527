import { isAbsolute, relative, resolve, sep } from "node:path";
import { standardInputPath } from "../../project/shown-path.js";
import type { Host } from "../process/host.js";

/**
 * Gives paths as a code host wants them in reports: from the top of the repository, where GitHub or GitLab says where that is, or else
 * from the working directory.
 */
export function hostPaths({ workingDirectory, environment }: Host): (path: string) => string {
  const { GITHUB_WORKSPACE, CI_PROJECT_DIR } = environment;
  const top = [GITHUB_WORKSPACE, CI_PROJECT_DIR].find((folder) => folder && isInside(workingDirectory, folder));
  return (path) =>
    path === standardInputPath
      ? "stdin"
      : relative(top ?? workingDirectory, resolve(workingDirectory, path))
          .split(sep)
          .join("/");
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
