/**
 * Ends a command with one line to the user. The only exception that is not a defect of ours: it is thrown by the shell
 * around the core, never inside of it.
 */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}
