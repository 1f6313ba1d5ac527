import { closeSync, fstatSync, openSync, rmSync, writeSync } from "node:fs";
import { temporaryPath } from "../output/temporary-name.js";

/** File systems count in ticks; waiting for the next one takes this long at most, or else they count in seconds. */
const longestTickMilliseconds = 50;

/**
 * The clock that files are stamped with, in milliseconds. A file that was changed before a reading of it and whose stamp is older was read
 * as it is; with the same stamp, it may have been changed again within one tick.
 */
export class FileClock {
  readonly #path: string;
  readonly #descriptor: number;

  /** Makes a file of its own in a folder. Throws where that is not possible. */
  constructor(folder: string) {
    this.#path = temporaryPath(`${folder}/clock`);
    this.#descriptor = openSync(this.#path, "wx", 0o600);
  }

  read(): number {
    writeSync(this.#descriptor, ".", 0);
    return fstatSync(this.#descriptor).mtimeMs;
  }

  /** Waits until the clock is past a time. False where that takes too long. */
  waitUntilPast(time: number): boolean {
    const start = performance.now();
    for (;;) {
      if (this.read() > time) return true;
      if (performance.now() - start > longestTickMilliseconds) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }

  close(): void {
    closeSync(this.#descriptor);
    rmSync(this.#path, { force: true });
  }
}
