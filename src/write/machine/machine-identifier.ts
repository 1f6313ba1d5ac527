import type { Journey } from "../../model/model.js";

/** The name under which a machine is exported: the journey's name as a TypeScript identifier. */
export function machineIdentifier(journeyName: string): string {
  const words = journeyName
    .normalize("NFC")
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((word) => word !== "");
  const joined = words.map((word, index) => (index === 0 ? word : capitalise(word))).join("");
  if (joined === "") return "Journey";
  if (!/^[\p{ID_Start}_$]/u.test(joined)) return `_${joined}`;
  return reservedWords.has(joined) ? `${joined}_` : joined;
}

/** The names under which one module exports several machines: journeys whose names would become the same one are told apart. */
export function machineIdentifiers(journeys: readonly Journey[]): ReadonlyMap<Journey, string> {
  const taken = new Set<string>();
  return new Map(
    journeys.map((journey) => {
      let identifier = machineIdentifier(journey.name);
      while (taken.has(identifier)) identifier += "_";
      taken.add(identifier);
      return [journey, identifier];
    }),
  );
}

function capitalise(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

/** Words that a strict module cannot declare, and the name that the file imports. */
const reservedWords: ReadonlySet<string> = new Set(
  `JourneyMachine arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);
