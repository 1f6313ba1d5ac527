/** The start and the two ends of a journey. No node can be called so: arrows, layouts and scenarios speak of them. */
export const terminalNames = ["start", "success", "failure"] as const;

export type TerminalName = (typeof terminalNames)[number];

export function isTerminalName(name: string): name is TerminalName {
  return name === "start" || isEndName(name);
}

export function isEndName(name: string): name is Exclude<TerminalName, "start"> {
  return name === "success" || name === "failure";
}

/** Whether another language or form begins with this word where a journey has `start`. */
export function isEntryWord(word: string): boolean {
  return /^(?:begin|entry|entry_?point|entry_?node(?:_?id)?|initial|init|first|root|main|startat|start_?node)$/i.test(
    word,
  );
}

/** Stands for the value of a property that is to be left out. */
export const absentWord = "absent";

/** The bare words that are values. */
export const valueWords = ["true", "false", "null"] as const;

const wordsWithMeaning: ReadonlySet<string> = new Set([...terminalNames, absentWord, ...valueWords]);

/** Whether the language gives a word a meaning, in any case, where the name of a node can stand. */
export function hasMeaning(word: string): boolean {
  return wordsWithMeaning.has(word.toLowerCase());
}

/** The parameter that every text has without declaring it. */
export const realmParameter = "realm";

/** Members of a node's settings in the export that building writes itself, so that no text can set them. */
export const builtNodeMembers: ReadonlySet<string> = new Set(["_id", "_rev"]);

/** The same of the journey's own settings. */
export const builtJourneyMembers: ReadonlySet<string> = new Set([
  ...builtNodeMembers,
  "entryNodeId",
  "nodes",
  "staticNodes",
]);
