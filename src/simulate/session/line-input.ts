/** The source of the answers in a session: a person at a terminal, or prepared lines. */
export interface LineInput {
  /** Asks for a line, and hides the typing of a secret. `undefined` at the end of the input. */
  ask(label: string, isSecret: boolean): Promise<string | undefined>;
}
