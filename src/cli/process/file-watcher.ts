import { type FSWatcher, fstatSync, statSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { FileSystem } from "../../project/file-system.js";
import type { WatchedFiles } from "../../project/open-project.js";

/** Editors write a file in several steps, and git a branch in many: what happens within this time is one change. */
const settleMilliseconds = 60;

/**
 * Tells when one of the files has changed that the last run has read, or when one has come that a run would read. What else happens in
 * their folders, such as outputs and logs that are written there, wakes nobody. Events of the file system only say when to
 * look; what has changed is told by the state of the files, so that folders may go and come back.
 */
export class FileWatcher {
  #watchers: FSWatcher[] = [];
  /** The states of files when they were read last. */
  readonly #read = new Map<string, string>();
  #known: ReadonlyMap<string, string> = new Map();
  /** The states that the last change was seen in, which was before the run that follows it. */
  #seen: ReadonlyMap<string, string> = new Map();
  /** The files of the last run. */
  #lastRead: readonly string[] = [];
  #watched: WatchedFiles | undefined;
  /** Remembers an event that comes while nobody waits. */
  #hasEvent = false;
  #wake: () => void = () => undefined;

  /** The same files; the state of each is noted before it is read, so that no change during the run is missed. */
  notingReads(files: FileSystem): FileSystem {
    return {
      ...files,
      readText: (path) => {
        this.#read.set(path, stateReader()(path));
        return files.readText(path);
      },
    };
  }

  /** Watches these files from now on, as they were when they were read. */
  watch(watched: WatchedFiles): void {
    this.#watched = watched;
    this.#lastRead = [...this.#read.keys()];
    const stateNow = stateReader();
    this.#known = new Map(
      [...this.#files()].map((file) => [file, this.#read.get(file) ?? this.#seen.get(file) ?? stateNow(file)]),
    );
    this.#read.clear();
    this.#openWatchers();
    this.#hasEvent = true;
  }

  /** Resolves after the next change, or at once after one that nobody has waited for. */
  async changed(): Promise<void> {
    for (;;) {
      if (!this.#hasEvent) {
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      }
      await new Promise((settled) => setTimeout(settled, settleMilliseconds));
      this.#hasEvent = false;
      this.#openWatchers();
      if (this.#hasChanged()) return;
    }
  }

  #files(): ReadonlySet<string> {
    return new Set([...this.#lastRead, ...(this.#watched?.files() ?? [])]);
  }

  #hasChanged(): boolean {
    const stateNow = stateReader();
    this.#seen = new Map([...this.#files()].map((file) => [file, stateNow(file)]));
    if (this.#seen.size !== this.#known.size) return true;
    for (const [file, state] of this.#seen) if (this.#known.get(file) !== state) return true;
    return false;
  }

  /** Anew each time: a watcher of a folder that has gone is silent, also when a folder of this name comes back. */
  #openWatchers(): void {
    const old = this.#watchers;
    this.#watchers = [];
    const folders = [...this.#lastRead.map(dirname), ...(this.#watched?.folders() ?? [])];
    for (const folder of new Set([...new Set(folders)].map(nearestFolder))) this.#open(folder);
    for (const watcher of old) watcher.close();
  }

  #open(folder: string): void {
    try {
      const watcher = watch(folder, (event, name) => {
        // What changes inside a file matters for known files only; names may come and go for folders too.
        if (event === "change" && name !== null && !this.#known.has(join(folder, name))) return;
        this.#hasEvent = true;
        this.#wake();
      });
      watcher.on("error", () => watcher.close());
      this.#watchers.push(watcher);
    } catch {
      // It has just gone; its parent is told.
    }
  }
}

/** The folder itself, or what is there of the way to it. */
function nearestFolder(folder: string): string {
  let nearest = folder;
  while (dirname(nearest) !== nearest && !isFolder(nearest)) nearest = dirname(nearest);
  return nearest;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Reads states. What standard output and standard error go to is asked once for many files. */
function stateReader(): (path: string) => string {
  const own = ownOutputs();
  return (path) => {
    try {
      const { mtimeNs, size, ino, dev } = statSync(path, { bigint: true });
      const isOwn = own.some((output) => output.ino === ino && output.dev === dev);
      return isOwn ? "output" : `${mtimeNs} ${size} ${ino}`;
    } catch {
      return "none";
    }
  };
}

/** The files that standard output and standard error go to: what is said there of a run must not call for another one. */
function ownOutputs(): readonly { readonly ino: bigint; readonly dev: bigint }[] {
  return [1, 2].flatMap((descriptor) => {
    try {
      return [fstatSync(descriptor, { bigint: true })];
    } catch {
      return [];
    }
  });
}
