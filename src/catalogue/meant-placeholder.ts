import { wordsOfName } from "../text/words-of-name.js";
import { lettersOf } from "./console-labels.js";

/**
 * The placeholder of the platform that a name in other marks is meant to be, of those that a text has: the one of the same letters, the only one
 * of which the name has all words (`appleStoreLink`) or the beginning (`username`), or the only one where the name speaks of a code.
 */
export function placeholderMeantBy(name: string, placeholders: readonly string[]): string | undefined {
  const same = placeholders.find((each) => lettersOf(each) === lettersOf(name));
  if (same !== undefined) return same;
  const words = wordsOfName(name);
  const [within, another] = placeholders.filter(
    (each) =>
      wordsOfName(each).every((word) => words.includes(word)) ||
      (each.length > 3 && lettersOf(name).startsWith(lettersOf(each))),
  );
  if (within !== undefined && another === undefined) return within;
  const [only, second] = placeholders;
  return only === "OTP" && second === undefined && /code|otp|pass|pin|token|one_?time/i.test(name) ? only : undefined;
}
