import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import { TimeLimit } from "../../text/time-limit.js";
import { defineBorder } from "./border.js";
import { Evaluation } from "./evaluation.js";
import type { ScriptLimits } from "./limits.js";
import { loadQuickJS } from "./load-quickjs.js";
import { type EngineMemory, MemoryImage } from "./memory-image.js";
import { RunMarks } from "./run-marks.js";
import type { MarkedResult, SandboxProgram, SandboxResult } from "./sandbox-program.js";

/**
 * How long after the time limit a script is ended from outside. At the limit the engine stops it itself, and can be used
 * again, but not while a built-in function works.
 */
const graceMilliseconds = 250;

/** A QuickJS engine with one prelude loaded. Programs run in it one after another, each from the same memory image. */
export class ScriptEngine {
  readonly #context: QuickJSContext;
  readonly #begin: QuickJSHandle;
  readonly #memory: EngineMemory;
  readonly #image: MemoryImage;
  readonly #startBytes: number;
  readonly #limits: ScriptLimits;
  readonly #now: () => number;
  readonly #hardLimit: TimeLimit;
  readonly #marks: RunMarks;
  #program: SandboxProgram | undefined;
  #end = 0;
  #late = false;
  /**
   * True when the engine must not be used again: a crash or the hard limit has left its stack in the middle of a call, or
   * its memory has grown, which never shrinks again.
   */
  spent = false;

  private constructor(context: QuickJSContext, memory: EngineMemory, prelude: string, host: EngineHost) {
    this.#context = context;
    this.#memory = memory;
    this.#marks = new RunMarks(memory);
    this.#limits = host.limits;
    this.#now = host.now;
    this.#hardLimit = new TimeLimit(host.limits.milliseconds + graceMilliseconds);
    context.runtime.setMaxStackSize(host.limits.stackBytes);
    context.runtime.setInterruptHandler(() => {
      this.#late ||= this.#program !== undefined && this.#now() > this.#end;
      return this.#late;
    });
    defineBorder(context, host.limits.textLength, () => this.#program);
    this.#begin = context.unwrapResult(context.evalCode(prelude, "prelude", { type: "global" }));
    this.#image = new MemoryImage(memory);
    this.#startBytes = memory.buffer.byteLength;
  }

  static async start(prelude: string, limits: ScriptLimits, now: () => number): Promise<ScriptEngine> {
    const { module, memory } = await loadQuickJS(limits.memoryBytes);
    return new ScriptEngine(module.newContext(), memory, prelude, { limits, now });
  }

  run(program: SandboxProgram): MarkedResult {
    const evaluation = new Evaluation(this.#context, this.#begin, this.#marks);
    const result = this.#run(program, evaluation);
    return { ...result, marks: program.hasMarks ? this.#marks.read() : noMarks };
  }

  #run(program: SandboxProgram, evaluation: Evaluation): SandboxResult {
    const { milliseconds, textLength } = this.#limits;
    this.#image.restore();
    this.#program = program;
    this.#late = false;
    this.#end = this.#now() + milliseconds;
    let result: SandboxResult;
    try {
      const run = this.#hardLimit.run(() => evaluation.run(program, textLength));
      this.#late ||= run === undefined;
      this.spent = run === undefined;
      result = run?.result ?? failure("");
    } catch (error) {
      // WebAssembly itself has failed. Its stack ends in the middle of a call and cannot be used again.
      this.spent = true;
      result = failure(error instanceof RangeError ? "stack overflow" : "out of memory");
    }
    this.#program = undefined;
    const grown = this.#memory.buffer.byteLength > this.#startBytes;
    this.spent ||= grown;
    if (this.#late) return failure(`The script ran for more than ${milliseconds} ms`);
    // When not even memory for an error is left, QuickJS throws `null`.
    if (!result.ok && result.error.message === "")
      return failure(grown ? "out of memory" : "The script threw an object");
    return result;
  }
}

const noMarks = new Uint8Array(0);

interface EngineHost {
  readonly limits: ScriptLimits;
  readonly now: () => number;
}

function failure(message: string): SandboxResult {
  return { ok: false, error: { message, stack: "" } };
}
