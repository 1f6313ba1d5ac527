/** A program to run in the sandbox. */
export interface SandboxProgram {
  /**
   * Code that runs once in a new engine, before the first program that has it. It returns a function that takes `input`
   * and returns the function that collects the result.
   */
  readonly prelude: string;
  readonly input: string;
  readonly body: string;
  /** The body's file name in stack traces. */
  readonly file: string;
  /**
   * An expression that is evaluated after the body and sees its variables; its value is the argument of the collecting
   * function.
   */
  readonly leftovers: string;
  /** The only way out of the sandbox: JSON text in, JSON text out. */
  readonly host: (name: string, args: string) => string;
  /**
   * Finds the library script with a title, as an expression that is a function; or a text that says why there is none.
   */
  readonly library: (title: string) => { readonly file: string; readonly code: string } | string;
  /** Whether its scripts note which of their statements run. */
  readonly hasMarks: boolean;
}

export type SandboxResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: SandboxError };

/** The result of a program, however it ended, with its marks: a 1 for each statement that has run. */
export type MarkedResult = SandboxResult & { readonly marks: Uint8Array };

/** An uncaught error as text; no object of the sandbox leaves it. */
export interface SandboxError {
  /** Empty when the script threw something without a message. */
  readonly message: string;
  readonly stack: string;
}
