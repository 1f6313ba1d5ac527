import type { Journey, Script } from "./model.js";

/** Finds journeys by name and id, for scenarios. */
export interface JourneyDirectory {
  byName(name: string): Journey | undefined;
  byId(id: string): Journey | undefined;
  /** The names of the journeys in texts, for suggestions. */
  namesInTexts(): Iterable<string>;
  /** Whether a journey has this name or id, though it cannot be looked at any more. */
  isElsewhere(nameOrId: string): boolean;
  /** The journeys with a script of this name, title, id or file. */
  withScript(name: string): readonly Journey[];
  /** The names of the scripts of all journeys, for suggestions. */
  scriptNames(): Iterable<string>;
}

/** What a scenario can call a script: its name, its title, its id, or its file. */
export function wordsForScript({ name, title, id, file }: Script): readonly string[] {
  return [name, title, id, ...(file === undefined ? [] : [file.replace(/^\.\//, "")])];
}

/** Makes a directory of journeys in memory. Those from texts come before `others` of the same name or id. */
export function journeyDirectory(fromTexts: readonly Journey[], others: readonly Journey[]): JourneyDirectory {
  const byName = new Map<string, Journey>();
  const byId = new Map<string, Journey>();
  for (const journey of [...fromTexts, ...others]) {
    if (!byName.has(journey.name)) byName.set(journey.name, journey);
    if (!byId.has(journey.id)) byId.set(journey.id, journey);
  }
  return {
    byName: (name) => byName.get(name),
    byId: (id) => byId.get(id),
    namesInTexts: () => fromTexts.map(({ name }) => name),
    isElsewhere: () => false,
    withScript: (word) =>
      [...fromTexts, ...others].filter(({ scripts }) =>
        scripts.some((script) => wordsForScript(script).includes(word)),
      ),
    scriptNames: () => [...fromTexts, ...others].flatMap(({ scripts }) => scripts.map(({ name }) => name)),
  };
}
