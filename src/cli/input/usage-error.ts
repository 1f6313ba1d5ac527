import type { ExitCode } from "../process/exit-code.js";
import { exitCode } from "../process/exit-code.js";

/**
 * Ends a command with one line to the user. The only exception that is not a defect of ours: it is thrown by the shell
 * around the core, never inside of it.
 */
export class UsageError extends Error {
  readonly exitCode: ExitCode = exitCode.usage;
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}
