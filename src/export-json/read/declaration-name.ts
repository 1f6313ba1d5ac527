import { identifierOf } from "../../model/name-words.js";

const identifier = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/**
 * The name under which the text declares something that has a title of its own (a journey, a script): the title where it
 * is a name already, else its words. Numbered where it is taken; marks the result as taken.
 */
export function declarationName(title: string, fallback: string, taken: Set<string>): string {
  const words = identifier.test(title) ? title : identifierOf(title);
  const name = words === "" ? fallback : identifier.test(words) ? words : `${fallback}${words}`;
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name}${number}`;
  taken.add(unique);
  return unique;
}
