import type { FileSystem } from "../../project/file-system.js";

/**
 * Where the time of a command goes, for `--timings`. Time belongs to one part at any moment: while a text is read in order to be
 * bound, to `files` and not to `texts`.
 */
export class Stopwatch {
  readonly #now: () => number;
  /** Milliseconds by part, in the order in which they came up. */
  readonly #spent = new Map<string, number>();
  #part = "start of Node.js";
  #since = 0;

  /** `now` counts milliseconds since the process has started. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** What follows belongs to this part. Answers the one before. */
  turnTo(part: string): string {
    const before = this.#part;
    const now = this.#now();
    this.#spent.set(before, (this.#spent.get(before) ?? 0) + now - this.#since);
    this.#part = part;
    this.#since = now;
    return before;
  }

  /** Takes the time of this work, until what it promises is there. */
  readonly time = <T>(part: string, work: () => T): T => {
    const before = this.turnTo(part);
    let isPromised = false;
    try {
      const result = work();
      if (result instanceof Promise) {
        isPromised = true;
        return result.finally(() => this.turnTo(before)) as T;
      }
      return result;
    } finally {
      if (!isPromised) this.turnTo(before);
    }
  };

  /** The same files, whose time is taken. */
  timingFiles(files: FileSystem): FileSystem {
    return {
      kindOf: (path) => this.time("files", () => files.kindOf(path)),
      readText: (path) => this.time("files", () => files.readText(path)),
      list: (folder) => this.time("files", () => files.list(folder)),
      realPath: (path) => this.time("files", () => files.realPath(path)),
    };
  }

  /** Writes a line for each part and one for all, and begins anew. */
  tell(talk: { write(text: string): void }): void {
    this.turnTo(this.#part);
    const all = [...this.#spent.values()].reduce((sum, each) => sum + each, 0);
    const lines = [...this.#spent, ["in all", all] as const].map(
      ([part, time]) => `${time.toFixed(1).padStart(9)} ms  ${part}\n`,
    );
    talk.write(lines.join(""));
    this.#spent.clear();
  }

  /** Counts nothing of the time since the last word: somebody has waited. */
  passOver(): void {
    this.#since = this.#now();
  }
}
