import { printable } from "../../diagnostics/render/printable.js";
import type { WatchedFiles } from "../../project/open-project.js";
import { UsageError } from "../../project/usage-error.js";
import { FileWatcher } from "./file-watcher.js";
import type { Host } from "./host.js";

/** A run of a command that watches. */
export interface WatchedRun {
  readonly watched: WatchedFiles;
  /** Its result in a few words. */
  readonly result: string;
  readonly isFine: boolean;
}

/**
 * Does the work, and does it again whenever one of its files changes, until the process ends. Each run ends with a line of time and
 * result. A usage error in the first run ends the command. Later it is only shown, because while files are edited there may be
 * no journeys for a moment, or a broken configuration.
 */
export async function runOnChanges(
  host: Host,
  work: (host: Host) => Promise<WatchedRun>,
  now: () => Date = () => new Date(),
): Promise<never> {
  const watcher = new FileWatcher();
  const watchedHost = { ...host, files: watcher.notingReads(host.files) };
  const tell = (result: string) => {
    host.talk.write(`${timeOf(now())}  ${printable(result)}\n`);
    host.stopwatch?.tell(host.talk);
  };
  let { watched, result, isFine } = await work(watchedHost);
  tell(`${result}. Watching for changes; press Ctrl+C to stop`);
  for (;;) {
    watcher.watch(watched);
    await watcher.changed();
    host.stopwatch?.passOver();
    const wasFine = isFine;
    try {
      ({ watched, result, isFine } = await work(watchedHost));
      tell(isFine && !wasFine ? `${result}, fixed` : result);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      isFine = false;
      tell(error.message);
    }
  }
}

function timeOf(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}
