import { Engine } from "./engine.js";
import type { ScriptLimits } from "./limits.js";

/** A program for the sandbox. */
export interface SandboxProgram {
  /** Runs once, before the first program that names it, and gives a function: it takes `input` and returns the function that collects the result. */
  readonly prelude: string;
  readonly input: string;
  readonly body: string;
  /** What stack traces call the body. */
  readonly file: string;
  /** An expression, evaluated after the body where it sees the body's variables: the argument of the collecting function. */
  readonly leftovers: string;
  /** The one way out: JSON text in, JSON text out. */
  readonly host: (name: string, args: string) => string;
  /** The library script of a title, as an expression that is a function; a text says why there is none. */
  readonly library: (title: string) => { readonly file: string; readonly code: string } | string;
}

export type SandboxResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: SandboxError };

/** An uncaught error as text; nothing of the sandbox's objects leaves it. */
export interface SandboxError {
  /** Empty: the script threw something that has no message. */
  readonly message: string;
  readonly stack: string;
}

/** Runs programs in QuickJS, one after the other; none finds anything that another has left. */
export class Sandbox {
  readonly #limits: ScriptLimits;
  readonly #now: () => number;
  readonly #engines = new Map<string, Promise<Engine>>();

  constructor(limits: ScriptLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  async run(program: SandboxProgram): Promise<SandboxResult> {
    const { prelude } = program;
    const started = this.#engines.get(prelude) ?? Engine.start(prelude, this.#limits, this.#now);
    this.#engines.set(prelude, started);
    const engine = await started;
    const result = engine.run(program);
    if (engine.spent && this.#engines.get(prelude) === started) this.#engines.delete(prelude);
    return result;
  }
}
