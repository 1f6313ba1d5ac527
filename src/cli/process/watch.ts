import { dirname, resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import { UsageError } from "../../project/usage-error.js";
import { type BuildResult, buildOnce } from "./build-once.js";
import type { BuildRequest } from "./build-request.js";
import type { ExitCode } from "./exit-code.js";
import { FolderWatcher } from "./folder-watcher.js";
import type { Host } from "./host.js";

/**
 * Builds, and again whenever something changes in a folder that holds an input. Runs until the process is ended. A
 * failed build is reported and waited out, except for the first one when the command itself is wrong.
 */
export async function watchAndBuild(request: BuildRequest, host: Host): Promise<ExitCode> {
  const watcher = new FolderWatcher(host);
  let result = await buildOnce(request, host);
  for (;;) {
    watcher.watch(foldersOf(result, request, host));
    await watcher.changed();
    result = (await buildAgain(request, host)) ?? result;
  }
}

async function buildAgain(request: BuildRequest, host: Host): Promise<BuildResult | undefined> {
  try {
    return await buildOnce(request, host);
  } catch (error) {
    // A folder without journeys, or a broken configuration, is a state that an edit passes through.
    if (!(error instanceof UsageError)) throw error;
    host.talk.write(`${printable(error.message)}\n`);
    return undefined;
  }
}

function foldersOf({ project }: BuildResult, request: BuildRequest, host: Host): ReadonlySet<string> {
  if (project === undefined) return new Set(request.paths.map((path) => resolve(host.workingDirectory, path)));
  const { file, folder, configuration } = project.configuration;
  const paths = request.paths.length > 0 ? request.paths : (configuration.include ?? ["."]);
  const from = request.paths.length > 0 ? host.workingDirectory : folder;
  const folders = new Set(paths.map((path) => resolve(from, path)));
  for (const source of project.sources) folders.add(dirname(resolve(host.workingDirectory, source.path)));
  for (const read of project.filesRead) folders.add(dirname(read));
  if (file !== undefined) folders.add(dirname(file));
  return folders;
}
