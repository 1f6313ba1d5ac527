/** What the captcha service would say of a token. */
export interface TokenVerdict {
  readonly isSuccess: boolean;
  /** From 0 to 1; absent where the service gives none. */
  readonly score: number | undefined;
}

/**
 * Judges a token in place of the captcha service, which is not asked: `pass` is good, `score:0.3` is good with this score, anything else
 * is bad.
 */
export function judgeToken(token: string): TokenVerdict {
  if (token === "pass") return { isSuccess: true, score: undefined };
  const [, score] = /^score:(0(?:\.\d+)?|1(?:\.0+)?)$/.exec(token) ?? [];
  return { isSuccess: score !== undefined, score: score === undefined ? undefined : Number(score) };
}

/** Whether a verdict is good enough; a threshold that is no number counts as none. */
export function isGood({ isSuccess, score }: TokenVerdict, threshold: number | undefined): boolean {
  return isSuccess && (score === undefined || threshold === undefined || score >= threshold);
}
