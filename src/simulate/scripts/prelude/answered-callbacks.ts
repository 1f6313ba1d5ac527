/** A callback as the host tells it: with the user's answers in its inputs. */
export interface AnsweredCallback {
  readonly type: string;
  readonly output: { readonly [name: string]: unknown };
  readonly input: { readonly [name: string]: unknown };
}

/** The answer as text; numbers and flags as they are written. */
export function textAnswer(callback: AnsweredCallback, name = ""): string {
  const value = callback.input[name];
  return value === null || value === undefined ? "" : String(value);
}

export function numberAnswer(callback: AnsweredCallback, name = ""): number | null {
  const value = callback.input[name];
  return value === null || value === undefined || value === "" ? null : Number(value);
}

export function flagAnswer(callback: AnsweredCallback, name = ""): boolean {
  const value = callback.input[name];
  return value === true || value === "true";
}
