import { type Run, RunError } from "../../runtime/run.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { LineInput } from "./line-input.js";
import type { SessionEnd } from "./terminal-session.js";

/** Runs a journey with a program as its user: each stop is a line of JSON, and each answer is one. */
export class JsonSession {
  readonly #run: Run;
  readonly #input: LineInput;
  readonly #write: (text: string) => void;
  #mailTold = 0;
  #logTold = 0;

  constructor(run: Run, input: LineInput, write: (text: string) => void) {
    this.#run = run;
    this.#input = input;
    this.#write = write;
  }

  async play(): Promise<SessionEnd> {
    for (;;) {
      this.#tell(this.#stop());
      const { status } = this.#run;
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
      try {
        if (await this.#take(command)) return true;
      } catch (error) {
        if (!(error instanceof RunError)) throw error;
        this.#tell({ error: error.message });
      }
    }
  }

  /** Applies one answer. Returns whether the run has moved. */
  async #take(command: JsonObject): Promise<boolean> {
    const run = this.#run;
    const [name] = Object.keys(command);
    const value = name === undefined ? undefined : getOwn(command, name);
    switch (name) {
      case "submit":
        if (!isJsonObject(value)) throw new RunError("`submit` takes an object of inputs");
        await run.submit((run.at?.node ?? "") as never, value as never);
        return true;
      case "callbacks":
        if (!Array.isArray(value)) throw new RunError("`callbacks` takes the callbacks of the step with their inputs");
        await run.submitCallbacks(value);
        return true;
      case "resume":
        await (typeof value === "string" ? run.resume(value) : run.resume());
        return true;
      case "stub": {
        if (typeof value !== "string") throw new RunError("`stub` takes an outcome");
        const state = getOwn(command, "state");
        await run.chooseStub(value, isJsonObject(state) ? { shared: state } : {});
        return true;
      }
      case "wait":
        if (typeof value !== "number") throw new RunError("`wait` takes milliseconds");
        run.wait(value);
        return false;
      case "state":
        this.#tell({ state: run.state });
        return false;
      default:
        throw new RunError(
          `There is no command ${JSON.stringify(name ?? "")}: submit, callbacks, resume, stub, wait, state, quit`,
        );
    }
  }

  #stop(): object {
    const { status, at, step, stub, message, detail, session, successUrl, failureUrl, problem, path, outbox } =
      this.#run;
    const mail = outbox.slice(this.#mailTold);
    this.#mailTold = outbox.length;
    const warnings = this.#run.world.log.slice(this.#logTold).filter(({ level }) => level === "warn");
    this.#logTold = this.#run.world.log.length;
    return {
      status,
      ...(at && { at }),
      ...step,
      ...(stub && { stub }),
      ...(mail.length > 0 && { messages: mail }),
      ...(warnings.length > 0 && { warnings: warnings.map(({ script, text }) => ({ script, text })) }),
      ...(message !== undefined && { message }),
      ...(detail && { detail }),
      ...(session && { session }),
      ...(successUrl !== undefined && { successUrl }),
      ...(failureUrl !== undefined && { failureUrl }),
      ...(problem && { problem }),
      path,
    };
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
