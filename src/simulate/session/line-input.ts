/** Where a session's answers come from: a person at a terminal, or lines that somebody has prepared. */
export interface LineInput {
  /** Asks with a label, and hides what is typed where it is a secret. `undefined`: nobody answers any more. */
  ask(label: string, isSecret: boolean): Promise<string | undefined>;
}
