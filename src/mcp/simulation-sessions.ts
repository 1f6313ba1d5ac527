import { RunError } from "../runtime/run.js";
import type { JsonRun } from "../simulate/session/json-run.js";
import { ToolError } from "./tool-error.js";

/** Where more are begun, the one that was used longest ago ends. */
const mostSessions = 20;

/** The simulations of a client, by number. */
export class SimulationSessions {
  /** In the order of their last use. */
  readonly #runs = new Map<string, JsonRun>();
  readonly #busy = new Set<string>();
  #count = 0;

  /** Begins one. `ended` names the one that had to make room. */
  begin(run: JsonRun): { readonly session: string; readonly ended: string | undefined } {
    const [oldest] = this.#runs.keys();
    const ended = this.#runs.size >= mostSessions ? oldest : undefined;
    if (ended !== undefined) this.#runs.delete(ended);
    const session = `simulation-${++this.#count}`;
    this.#runs.set(session, run);
    return { session, ended };
  }

  /** Does something with a simulation; one thing after the other. */
  async use<Result>(session: string, act: (run: JsonRun) => Promise<Result>): Promise<Result> {
    const run = this.#find(session);
    if (this.#busy.has(session)) throw new ToolError(`${session} is still busy with the call before`);
    this.#busy.add(session);
    try {
      return await act(run);
    } catch (error) {
      // A wrong answer leaves the run as it was.
      throw error instanceof RunError ? new ToolError(error.message) : error;
    } finally {
      this.#busy.delete(session);
    }
  }

  #find(session: string): JsonRun {
    const run = this.#runs.get(session);
    if (run === undefined) {
      const known = [...this.#runs.keys()].join(", ") || "none; simulate_start begins one";
      throw new ToolError(`There is no simulation ${session}: there are ${known}`);
    }
    this.#runs.delete(session);
    this.#runs.set(session, run);
    return run;
  }
}
