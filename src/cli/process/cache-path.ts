import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * Where the compiled code of a command is kept, or `undefined` if it is not to be kept: one file for each command,
 * version of Node and processor in the user's cache folder, so that each holds what its command needs.
 */
export function cachePath(command = "", version: string): string | undefined {
  const { env, platform } = process;
  if (env.JOURNEYC_CODE_CACHE === "0") return undefined;
  const name = /^[a-z][a-z-]*$/.test(command) ? command : "help";
  const folder = chosenFolder(env.XDG_CACHE_HOME) ?? chosenFolder(platform === "win32" ? env.LOCALAPPDATA : undefined);
  return join(
    folder ?? join(homedir(), platform === "darwin" ? "Library/Caches" : ".cache"),
    "journeyc",
    version,
    `${name}-${process.version}-${process.arch}.cache`,
  );
}

/** Relative paths are to be ignored (XDG Base Directory Specification): they would mean another folder for each project. */
function chosenFolder(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
