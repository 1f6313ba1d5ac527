/** The words of a name in camel case, in small letters: `user` and `name` of `userName`, `esv` and `name` of `ESVName`. */
export function wordsOfName(name: string): readonly string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}
