/**
 * Ends a command with one line to the user. This is the only exception that is not a defect of journeyc: `src/cli` and
 * `src/project` throw it, the core never does.
 */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}
