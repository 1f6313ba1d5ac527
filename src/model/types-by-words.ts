import { lookUpType, shortTypeName, typeIds } from "../catalogue/catalogue.js";
import { wordsOf, wordsOfIdentifier } from "./name-words.js";

/** The types that share most words with an invented name. */
interface TypesByWords {
  readonly types: readonly string[];
  /** Whether the name differs in nothing but the order and the endings of words, and in usual words that one of the two lacks. */
  readonly isSame: boolean;
}

/** Words that names of types have at their end by custom: they say little about what is meant. */
const usualWords = ["node", "decision", "collector", "evaluator", "step", "action", "auth"] as const;

/** What words of one stem end in: `Verify`, `Verifier`, `Verification`. */
const endings =
  /^(?:|s|e|es|y|ed|ing|out|r|rs|er|ers|or|ors|ion|ions|ation|ations|ration|ication|ition|ment|ments|ance|ence|age|al)$/;

/** What else people call the thing that names of types have another word for. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ["passkey", ["web", "authn"]],
  ["passkeys", ["web", "authn"]],
  ["fido", ["web", "authn"]],
  ["fido2", ["web", "authn"]],
  ["webauthn", ["web", "authn"]],
  ["totp", ["oath", "token"]],
  ["hotp", ["oath", "token"]],
]);

const shortestStem = 4;
/** Of all words of both names, the part that must be shared. */
const leastShared = 0.65;

/**
 * Compares the words of a name with those of the types' names and of the names in the console, without regard to their order
 * and endings: `DeviceMatchDecision`, `VerifyOathToken`. `declared` are types beside the catalogue. None where nothing shares enough.
 */
export function typesByWords(written: string, declared: Iterable<string> = []): TypesByWords {
  const own = toWords(wordsOfIdentifier(written).flatMap((word) => synonyms.get(word.toLowerCase()) ?? [word]));
  if (own.content.length === 0) return { types: [], isSame: false };
  let best = leastShared;
  let found = new Map<string, NameInWords>();
  for (const [type, name] of namesInWords(declared)) {
    const share = shareOf(own.content, name.content);
    if (share < best) continue;
    if (share > best) found = new Map();
    best = share;
    found.set(type, name);
  }
  const isSame = best === 1 && [...found.values()].every(({ usual }) => isWithin(usual, own.usual));
  return { types: [...found.keys()], isSame };
}

interface NameInWords {
  readonly content: readonly string[];
  readonly usual: readonly string[];
}

let known: readonly (readonly [type: string, name: NameInWords])[] | undefined;

/** Each type under its own name and under that of the console. */
function* namesInWords(declared: Iterable<string>): Iterable<readonly [type: string, name: NameInWords]> {
  for (const type of declared) yield [type, toWords(wordsOfIdentifier(type))];
  known ??= typeIds().flatMap((id) => {
    const type = shortTypeName(id);
    return [wordsOf(lookUpType(id)?.displayName ?? ""), wordsOfIdentifier(type)].map(
      (words) => [type, toWords(words)] as const,
    );
  });
  yield* known;
}

function toWords(words: readonly string[]): NameInWords {
  const content: string[] = [];
  const usual: string[] = [];
  for (const word of words.map((each) => each.toLowerCase())) {
    const custom = usualWords.find((each) => haveOneStem(each, word));
    if (custom === undefined) content.push(word);
    else if (custom !== "node") usual.push(custom);
  }
  return { content, usual };
}

/** Whether all words of one list are in the other one. */
function isWithin(left: readonly string[], right: readonly string[]): boolean {
  return left.every((word) => right.includes(word)) || right.every((word) => left.includes(word));
}

function shareOf(left: readonly string[], right: readonly string[]): number {
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.findIndex((other) => haveOneStem(word, other));
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

function haveOneStem(left: string, right: string): boolean {
  if (left === right) return true;
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  for (let stem = length; stem >= shortestStem; stem--)
    if (endings.test(left.slice(stem)) && endings.test(right.slice(stem))) return true;
  return false;
}
