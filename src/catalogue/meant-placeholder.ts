import { lettersOf } from "./console-labels.js";

/**
 * The placeholder of the platform that a name in other marks is meant to be, of those that a text has: the one of the same letters, the only one
 * of which the name has all words (`appleStoreLink`) or the beginning (`username`), or the only one where the name speaks of a code.
 */
export function placeholderMeantBy(name: string, placeholders: readonly string[]): string | undefined {
  const same = placeholders.find((each) => lettersOf(each) === lettersOf(name));
  if (same !== undefined) return same;
  const words = wordsIn(name);
  const [within, another] = placeholders.filter(
    (each) =>
      wordsIn(each).every((word) => words.includes(word)) ||
      (each.length > 3 && lettersOf(name).startsWith(lettersOf(each))),
  );
  if (within !== undefined && another === undefined) return within;
  const [only, second] = placeholders;
  return only === "OTP" && second === undefined && /code|otp|pass|pin|token|one_?time/i.test(name) ? only : undefined;
}

function wordsIn(name: string): readonly string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}
