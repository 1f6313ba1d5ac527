import type { TokenMender } from "./token-mender.js";

/** As far as the end of a comment or of a conflict is searched. */
export const farthest = 20_000;

/** The text from a token to the end of its line. */
export function lineFrom(mender: TokenMender, index: number): string {
  const { tokens } = mender;
  return mender.text.slice(tokens.startAt(index), tokens.endAt(mender.lineEnd(index) - 1));
}
