import { lettersOf } from "./console-labels.js";

/**
 * The placeholder of the platform that a name in other marks is meant to be, of those that a text has: the one of the same letters, or the
 * only one where the name speaks of a code.
 */
export function placeholderMeantBy(name: string, placeholders: readonly string[]): string | undefined {
  const same = placeholders.find((each) => lettersOf(each) === lettersOf(name));
  if (same !== undefined) return same;
  const [only, second] = placeholders;
  return only === "OTP" && second === undefined && /code|otp|pass|pin|token|one_?time/i.test(name) ? only : undefined;
}
