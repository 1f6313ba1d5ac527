import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { diskFiles } from "./disk-files.js";
import type { ProjectHost } from "./project-host.js";

/** This machine for programs that stay for many builds, such as bundlers: a configuration that is code is loaded again after a change. */
export function machineHost(workingDirectory: string): ProjectHost {
  return {
    workingDirectory,
    files: diskFiles,
    readStandardInput: () => ({ problem: "standard input is the program's own" }),
    importModule: (path) => import(`${pathToFileURL(path).href}?${statSync(path, { bigint: true }).mtimeNs}`),
  };
}
