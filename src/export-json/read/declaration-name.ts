import { identifierOf } from "../../model/name-words.js";

const identifier = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/**
 * The name for a journey or script that has a title: the title itself where it is an identifier, else one made of its
 * words, with a number where that is taken. Adds the result to the names taken.
 */
export function declarationName(title: string, fallback: string, taken: Set<string>): string {
  const words = identifier.test(title) ? title : identifierOf(title);
  const name = words === "" ? fallback : identifier.test(words) ? words : `${fallback}${words}`;
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name}${number}`;
  taken.add(unique);
  return unique;
}
