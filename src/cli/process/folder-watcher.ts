import { type FSWatcher, watch } from "node:fs";
import type { Host } from "./host.js";

/** Editors write a file in several steps: what happens within this time is one change. */
const settleMilliseconds = 60;

/** Files that no command reads. Without this, a log of builds in a watched folder would start the next build. */
const noInput = /^\.|~$|\.(?:log|swp|tmp)$/;

/** Watches a growing set of folders, and tells when something has changed in one of them. */
export class FolderWatcher {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #host: Host;
  /** Remembers a change that comes while nobody waits. */
  #changed = false;
  #wake: () => void = () => undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Watches these folders too, and says so. */
  watch(folders: Iterable<string>): void {
    const before = this.#watchers.size;
    for (const folder of folders) this.#add(folder);
    const { size } = this.#watchers;
    if (size === before) return;
    this.#host.talk.write(`Watching ${size} folder${size === 1 ? "" : "s"}; press Ctrl+C to stop\n`);
  }

  /** Resolves after the next change, or at once after one that nobody has waited for. */
  async changed(): Promise<void> {
    if (!this.#changed) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    await new Promise((settled) => setTimeout(settled, settleMilliseconds));
    this.#changed = false;
  }

  #add(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || !noInput.test(name)) this.#notice();
      });
      watcher.on("error", () => {
        watcher.close();
        this.#watchers.delete(folder);
      });
      this.#watchers.set(folder, watcher);
    } catch {
      // A folder that does not exist yet: its parent is watched where it holds an input.
    }
  }

  #notice(): void {
    this.#changed = true;
    this.#wake();
  }
}
