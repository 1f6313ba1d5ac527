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
