import { type FSWatcher, watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { printable } from "../diagnostics/render/printable.js";
import { type BuildRequest, type BuildResult, buildOnce } from "./build-once.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Host } from "./host.js";
import { UsageError } from "./usage-error.js";

/** Editors write a file in several steps: what happens within this time is one change. */
const settleMilliseconds = 60;

/**
 * Builds, and again whenever something changes in a folder that holds an input. Runs until the process is ended. A
 * failed build is reported and waited out, except for the first one when the command itself is wrong.
 */
export async function watchAndBuild(request: BuildRequest, host: Host): Promise<ExitCode> {
  const watchers = new Map<string, FSWatcher>();
  const changes = new ChangeSignal();
  let result = await buildOnce(request, host);
  for (;;) {
    const before = watchers.size;
    watchFolders(foldersOf(result, request, host), watchers, () => changes.notice());
    if (watchers.size !== before) {
      host.talk.write(`Watching ${watchers.size} folder${watchers.size === 1 ? "" : "s"}, end with Ctrl+C\n`);
    }
    await changes.wait();
    await new Promise((settled) => setTimeout(settled, settleMilliseconds));
    changes.reset();
    result = (await buildAgain(request, host)) ?? result;
  }
}

/** Remembers a change that comes while nobody waits: during a build. */
class ChangeSignal {
  #changed = false;
  #wake: () => void = () => undefined;

  notice(): void {
    this.#changed = true;
    this.#wake();
  }

  reset(): void {
    this.#changed = false;
  }

  async wait(): Promise<void> {
    if (this.#changed) return;
    await new Promise<void>((wake) => {
      this.#wake = wake;
    });
  }
}

async function buildAgain(request: BuildRequest, host: Host): Promise<BuildResult | undefined> {
  try {
    return await buildOnce(request, host);
  } catch (error) {
    // A folder without journeys, or a broken configuration, is a state that an edit passes through.
    if (!(error instanceof UsageError) || error.exitCode !== exitCode.usage) throw error;
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

function watchFolders(folders: ReadonlySet<string>, watchers: Map<string, FSWatcher>, onChange: () => void): void {
  for (const folder of folders) {
    if (watchers.has(folder)) continue;
    try {
      const watcher = watch(folder, onChange);
      watcher.on("error", () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // A folder that does not exist yet: its parent is watched where it holds an input.
    }
  }
}
