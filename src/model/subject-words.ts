/** What scenarios give and expect, and what other tools call it. */
const subjects: readonly (readonly [subject: string, words: RegExp])[] = [
  ["esv", /^(?:variables?|env|esvs|environment|envvars?|systemEnv)$/i],
  ["state", /^(?:shared|sharedState|nodeState|context)$/i],
  ["transient", /^(?:transientState|secureState)$/i],
  ["user", /^(?:users?|account|identity|person|object)$/i],
  ["query", /^(?:params?|parameters?|queryParams?|requestParameters|url)$/i],
  ["header", /^(?:headers|requestHeaders?)$/i],
  ["cookie", /^(?:cookies|requestCookies)$/i],
  ["secret", /^(?:secrets|password)$/i],
];

/** The subject of a step that a word of another tool means. */
export function subjectCalled(word: string, known: readonly string[]): string | undefined {
  const [subject] = subjects.find(([, words]) => words.test(word)) ?? [];
  return subject !== undefined && known.includes(subject) ? subject : undefined;
}
