import { ScriptEngine } from "./engine.js";
import type { ScriptLimits } from "./limits.js";
import type { MarkedResult, SandboxProgram } from "./sandbox-program.js";

/** Runs programs in QuickJS one after the other. No program finds anything that another has left behind. */
export class Sandbox {
  readonly #limits: ScriptLimits;
  readonly #now: () => number;
  readonly #engines = new Map<string, Promise<ScriptEngine>>();

  constructor(limits: ScriptLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  async run(program: SandboxProgram): Promise<MarkedResult> {
    const { prelude } = program;
    const started = this.#engines.get(prelude) ?? ScriptEngine.start(prelude, this.#limits, this.#now);
    this.#engines.set(prelude, started);
    const engine = await started;
    const result = engine.run(program);
    if (engine.spent && this.#engines.get(prelude) === started) this.#engines.delete(prelude);
    return result;
  }
}
