import { printable } from "../../diagnostics/render/printable.js";
import { UsageError } from "../../project/usage-error.js";
import { FolderWatcher } from "./folder-watcher.js";
import type { Host } from "./host.js";

/**
 * Does the work, and does it again whenever something changes in the folders that it returns, until the process ends. A usage error
 * in the first run ends the command. Later it is only shown, because while files are edited there may be no journeys for a
 * moment, or a broken configuration.
 */
export async function runOnChanges(host: Host, work: () => Promise<ReadonlySet<string>>): Promise<never> {
  const watcher = new FolderWatcher(host);
  let folders = await work();
  for (;;) {
    watcher.watch(folders);
    await watcher.changed();
    folders = (await workAgain(work, host)) ?? folders;
  }
}

async function workAgain(
  work: () => Promise<ReadonlySet<string>>,
  host: Host,
): Promise<ReadonlySet<string> | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.talk.write(`${printable(error.message)}\n`);
    return undefined;
  }
}
