import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import { definingMarks, type RunMarks } from "./run-marks.js";
import type { SandboxError, SandboxProgram, SandboxResult } from "./sandbox-program.js";

const longestMessage = 10_000;

/** One run of a program in an engine. It stops at the first error and releases all handles. */
export class Evaluation {
  readonly #context: QuickJSContext;
  readonly #begin: QuickJSHandle;
  readonly #handles: QuickJSHandle[] = [];
  #error: SandboxError | undefined;
  readonly #marks: RunMarks;

  constructor(context: QuickJSContext, begin: QuickJSHandle, marks: RunMarks) {
    this.#context = context;
    this.#begin = begin;
    this.#marks = marks;
  }

  run(program: SandboxProgram, textLength: number): SandboxResult {
    const text = this.#resultOf(program);
    const result = text === undefined ? "" : this.#context.getString(text);
    // Not in a `finally` block: after WebAssembly has thrown, its functions must not be called again.
    for (const handle of this.#handles) handle.dispose();
    if (this.#error) return { ok: false, error: this.#error };
    if (result.length <= textLength) return { ok: true, text: result };
    return { ok: false, error: { message: `The script's result has more than ${textLength} characters`, stack: "" } };
  }

  #resultOf(program: SandboxProgram): QuickJSHandle | undefined {
    const finish = this.#call(this.#begin, this.#own(this.#context.newString(program.input)));
    if (!finish) return undefined;
    if (program.hasMarks) this.#addMarks();
    this.#evaluate(program.body, program.file);
    // Promise callbacks of the script run before the result is read.
    if (!this.#error) this.#runJobs();
    const left = this.#error ? undefined : this.#evaluate(program.leftovers, "leftovers");
    return left && this.#call(finish, left);
  }

  #addMarks(): void {
    this.#evaluate(definingMarks, "marks");
    this.#marks.find();
  }

  #evaluate(code: string, file: string): QuickJSHandle | undefined {
    return this.#take(this.#context.evalCode(code, file, { type: "global" }));
  }

  #call(callee: QuickJSHandle, argument: QuickJSHandle): QuickJSHandle | undefined {
    return this.#take(this.#context.callFunction(callee, this.#context.undefined, argument));
  }

  #runJobs(): void {
    const { error } = this.#context.runtime.executePendingJobs();
    if (error) this.#error = this.#read(this.#own(error));
  }

  #take(result: ReturnType<QuickJSContext["evalCode"]>): QuickJSHandle | undefined {
    if (!result.error) return this.#own(result.value);
    this.#error = this.#read(this.#own(result.error));
    return undefined;
  }

  #own(handle: QuickJSHandle): QuickJSHandle {
    this.#handles.push(handle);
    return handle;
  }

  /**
   * Reads the members of an error. If the script has defined a getter for one, it runs inside the sandbox, under its
   * limits.
   */
  #read(error: QuickJSHandle): SandboxError {
    const kind = this.#context.typeof(error);
    if (kind !== "object" && kind !== "function") return { message: this.#textOf(error, kind), stack: "" };
    const [name = "", message = "", stack = ""] = ["name", "message", "stack"].map((member) =>
      this.#memberText(error, member),
    );
    if (message === "") return { message: name, stack };
    const plain = name === "" || name === "Error" || name === "InternalError";
    return { message: plain ? message : `${name}: ${message}`, stack };
  }

  #memberText(owner: QuickJSHandle, member: string): string {
    const value = this.#own(this.#context.getProp(owner, member));
    return this.#context.typeof(value) === "string" ? this.#context.getString(value).slice(0, longestMessage) : "";
  }

  #textOf(value: QuickJSHandle, kind: string): string {
    return kind === "symbol" ? "Symbol" : this.#context.getString(value).slice(0, longestMessage);
  }
}
