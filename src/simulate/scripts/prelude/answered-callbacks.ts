/** A callback as the host passes it in: its inputs hold the user's answers. */
export interface AnsweredCallback {
  readonly type: string;
  readonly output: { readonly [name: string]: unknown };
  readonly input: { readonly [name: string]: unknown };
}

/** The answer as text; numbers and flags are converted to text. */
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
