import { printable } from "../../diagnostics/render/printable.js";
import { UsageError } from "../../project/usage-error.js";
import { FolderWatcher } from "./folder-watcher.js";
import type { Host } from "./host.js";

/**
 * Does some work, and again whenever something changes in the folders that it names. Runs until the process is ended. Wrong use of
 * the command ends the first run; later it is told and waited out, as an edit passes through states without journeys or with
 * a broken configuration.
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
