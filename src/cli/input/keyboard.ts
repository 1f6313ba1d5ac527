import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";
import type { Keyboard, Terminal } from "../process/host.js";

/** Opens standard input. On a terminal, lines can be edited, and secrets are not shown. */
export function openKeyboard(output: Terminal): Keyboard {
  return process.stdin.isTTY === true ? new TerminalKeyboard() : new PipedKeyboard(output);
}

class TerminalKeyboard implements Keyboard {
  readonly #screen = new Screen();
  readonly #lines: Interface;
  #isClosed = false;

  constructor() {
    this.#lines = createInterface({ input: process.stdin, output: this.#screen, terminal: true, historySize: 0 });
    this.#lines.once("close", () => {
      this.#isClosed = true;
    });
  }

  ask(label: string, isSecret: boolean): Promise<string | undefined> {
    if (this.#isClosed) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const ended = () => {
        process.stdout.write("\n");
        resolve(undefined);
      };
      this.#lines.once("close", ended);
      this.#lines.once("SIGINT", () => this.#lines.close());
      this.#lines.question(label, (text) => {
        this.#lines.off("close", ended);
        this.#screen.isMuted = false;
        if (isSecret) this.#screen.write("\n");
        resolve(text);
      });
      // The label has been written by now: what follows is the typing.
      this.#screen.isMuted = isSecret;
    });
  }

  close(): void {
    this.#lines.close();
  }
}

/** The terminal, which keeps silent while a secret is typed. */
class Screen extends Writable {
  isMuted = false;

  /** Done at once: what waited here could come after the silence has begun. */
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (!this.isMuted) process.stdout.write(chunk);
    done();
  }
}

/** One line after the other, as soon as it is there: whoever writes them may be waiting for our answer. */
class PipedKeyboard implements Keyboard {
  readonly #output: Terminal;
  readonly #lines: Interface;
  readonly #iterator: AsyncIterator<string>;

  constructor(output: Terminal) {
    this.#output = output;
    this.#lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    this.#iterator = this.#lines[Symbol.asyncIterator]();
  }

  async ask(label: string): Promise<string | undefined> {
    if (label !== "") this.#output.write(label);
    const { value, done } = await this.#iterator.next();
    if (label !== "") this.#output.write("\n");
    return done === true ? undefined : value;
  }

  close(): void {
    this.#lines.close();
    process.stdin.destroy();
  }
}
