/**
 * Runs work that is ended from outside when its time is up, whatever it does at that moment: Node ends it from another
 * thread, also inside a built-in function and inside WebAssembly. Starting that thread takes some 0.2 ms.
 */
export class TimeLimit {
  readonly #variables: { work: () => void } = { work: () => {} };
  readonly #run: () => unknown;

  constructor(milliseconds: number) {
    const { createContext, Script } = process.getBuiltinModule("node:vm");
    const context = createContext(this.#variables);
    const script = new Script("work()");
    this.#run = () => script.runInContext(context, { timeout: milliseconds });
  }

  /** The result of the work; `undefined` if the time was up, and the work may then have stopped anywhere. */
  run<Result>(work: () => Result): { readonly result: Result } | undefined {
    let done: { readonly result: Result } | undefined;
    this.#variables.work = () => {
      done = { result: work() };
    };
    try {
      this.#run();
    } catch (error) {
      if ((error as NodeJS.ErrnoException | null)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    }
    return done;
  }
}
