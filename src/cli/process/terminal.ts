import { fstatSync, type Stats, statSync, writeSync } from "node:fs";
import { colourStyle, plainStyle, type Style } from "../../diagnostics/render/style.js";
import type { Terminal } from "./host.js";

type Environment = Readonly<Record<string, string | undefined>>;

const fallbackColumns = 100;

/**
 * A terminal over a file descriptor. It writes synchronously and does not use `process.stdout`, because setting that stream up
 * takes longer than checking a journey. If the reader has gone away (`journeyc check | head`), the output is dropped.
 */
export class DescriptorTerminal implements Terminal {
  readonly isTerminal: boolean;
  readonly style: Style;
  readonly #descriptor: 1 | 2;
  #closed = false;

  constructor(descriptor: 1 | 2, environment: Environment) {
    this.#descriptor = descriptor;
    this.isTerminal = isTerminal(descriptor);
    this.style = wantsColours(environment, this.isTerminal) ? colourStyle : plainStyle;
  }

  get columns(): number {
    if (!this.isTerminal) return fallbackColumns;
    const stream = this.#descriptor === 1 ? process.stdout : process.stderr;
    return Math.max(40, Math.min(stream.columns || fallbackColumns, 200));
  }

  write(text: string): void {
    const bytes = Buffer.from(text, "utf8");
    let written = 0;
    while (!this.#closed && written < bytes.length) written += this.#writeSome(bytes, written);
  }

  #writeSome(bytes: Buffer, from: number): number {
    try {
      return writeSync(this.#descriptor, bytes, from);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        return 0;
      }
      if (code !== "EPIPE" && code !== "EBADF" && code !== "EOF") throw error;
      this.#closed = true;
      return 0;
    }
  }
}

function isTerminal(descriptor: 1 | 2): boolean {
  try {
    // Only the stream knows; it is set up only if the descriptor can be a terminal.
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || isNullDevice(status)) return false;
  } catch {
    return false;
  }
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** `/dev/null` is a character device as terminals are. Windows gives no device numbers. */
function isNullDevice({ rdev }: Stats): boolean {
  return rdev !== 0 && rdev === statSync("/dev/null").rdev;
}

/** `FORCE_COLOR` wins, then `NO_COLOR` (https://no-color.org), then what the stream is. */
export function wantsColours(environment: Environment, terminal: boolean): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (environment.NO_COLOR) return false;
  return terminal && environment.TERM !== "dumb";
}
