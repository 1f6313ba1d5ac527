import { type Run, RunError } from "../../runtime/run.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { JsonRun } from "./json-run.js";
import type { LineInput } from "./line-input.js";
import type { SessionEnd } from "./terminal-session.js";

/** Runs a journey with a program as its user: each stop is a line of JSON, and each answer is one. */
export class JsonSession {
  readonly #run: JsonRun;
  readonly #input: LineInput;
  readonly #write: (text: string) => void;

  constructor(run: Run, input: LineInput, write: (text: string) => void) {
    this.#run = new JsonRun(run);
    this.#input = input;
    this.#write = write;
  }

  async play(): Promise<SessionEnd> {
    for (;;) {
      this.#tell(this.#run.stop());
      const { status } = this.#run.run;
      if (status === "success") return "success";
      if (status === "failure" || status === "error") return "failure";
      if (!(await this.#listen())) return "left";
    }
  }

  /** Reads answers until one has moved the run. */
  async #listen(): Promise<boolean> {
    for (;;) {
      const line = await this.#input.ask("", false);
      if (line === undefined) return false;
      if (line.trim() === "") continue;
      const command = parseCommand(line);
      if (command === undefined) {
        this.#tell({ error: "A JSON object is expected" });
        continue;
      }
      if (Object.hasOwn(command, "quit")) return false;
      // `stub` has a `state` too.
      if (Object.keys(command)[0] === "state") {
        this.#tell({ state: this.#run.run.state });
        continue;
      }
      try {
        if (await this.#run.take(command)) return true;
      } catch (error) {
        if (!(error instanceof RunError)) throw error;
        this.#tell({ error: error.message });
      }
    }
  }

  #tell(value: object): void {
    this.#write(`${JSON.stringify(value)}\n`);
  }
}

function parseCommand(line: string): JsonObject | undefined {
  try {
    const value = JSON.parse(line) as Json;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
