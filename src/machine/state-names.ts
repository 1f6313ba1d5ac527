/**
 * The state that stands for a node: its name, as a rule. XState reads `.`, `\` and a leading `#` in a target as a path,
 * and an object literal reads `__proto__` as its prototype; such names, and those of the two ends, are wrapped:
 * `node(a%2Eb)`. Two names never give one state.
 */
export function stateName(nodeName: string): string {
  const plain = nodeName !== "" && !/[.\\]|^#|^node\(/.test(nodeName) && !reservedStates.has(nodeName);
  return plain ? nodeName : wrap("node", nodeName);
}

/**
 * The event that stands for an outcome: its name, as a rule. Wrapped are names that XState reads as a pattern (`*`), as
 * its own event (`xstate.…`) or not at all (empty).
 */
export function eventName(outcome: string): string {
  const plain = outcome !== "" && !/\*|^xstate\.|^outcome\(/.test(outcome) && outcome !== "__proto__";
  return plain ? outcome : wrap("outcome", outcome);
}

const reservedStates: ReadonlySet<string> = new Set(["success", "failure", "__proto__"]);

function wrap(kind: string, name: string): string {
  return `${kind}(${name.replace(/[%.*\\]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}

/** The name under which a machine is exported: the journey's name, made an identifier of TypeScript. */
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

/** What cannot be declared in a strict module, and the one name that the file imports. */
const reservedWords: ReadonlySet<string> = new Set(
  `JourneyMachine arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);
