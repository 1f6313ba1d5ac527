/** What other languages call failing, succeeding, and just ending. */
const words: readonly (readonly [ends: readonly string[], words: readonly string[]])[] = [
  [["failure"], ["fail", "fails", "failed", "error", "reject", "rejected", "deny", "denied", "abort"]],
  [["success"], ["ok", "succeed", "succeeded", "successful", "passed"]],
  [
    ["success", "failure"],
    ["end", "done", "exit", "finish", "stop", "return", "null", "none", "nil", "undefined"],
  ],
];

const endsByWord = new Map(words.flatMap(([ends, of]) => of.map((word) => [word, ends] as const)));

/** The ends of a journey that somebody may mean who leads an arrow to `fail` or `end`; `undefined` for other words. */
export function endsMeantBy(target: string): readonly string[] | undefined {
  return endsByWord.get(target.toLowerCase());
}
