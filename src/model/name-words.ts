const wordLimit = 6;
const letterLimit = 48;
const markPattern = /[\p{M}]/u;

/**
 * Makes a name of a label: its words, each with a capital, without characters that a name cannot have. The spelling of a
 * word is kept (`OTP`, `WebAuthn`), except where neighbouring words are all in capitals: that is emphasis, not an
 * abbreviation. "" where the label has no usable character.
 */
export function identifierOf(label: string): string {
  const words = calm(wordsOf(label));
  let name = "";
  for (const [index, word] of words.entries()) {
    if (index > 0 && (index === wordLimit || name.length + word.length > letterLimit)) break;
    name += capitalise(word);
  }
  return name.slice(0, letterLimit).replace(/[\ud800-\udbff]$/, "");
}

/** The words of a label: runs of letters and digits. An apostrophe does not split a word, and `&` becomes "And". */
export function wordsOf(label: string): readonly string[] {
  if (plainText.test(label)) return wordsOfPlain(label);
  return label
    .normalize("NFC")
    .replace(/<[^<>]*>/gu, " ")
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, "")
    .replace(/\s&\s/gu, " And ")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => (markPattern.test(word.slice(0, 1)) ? word.slice(1) : word))
    .filter((word) => word !== "");
}

const plainText = /^[ -~]*$/;

/** The same for printable ASCII, which most labels are: patterns for all letters of Unicode are many times slower. */
function wordsOfPlain(label: string): readonly string[] {
  return label
    .replace(/<[^<>]*>/g, " ")
    .replace(/(?<=[A-Za-z])'(?=[A-Za-z])/g, "")
    .replace(/ & /g, " And ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** The words of an identifier in camel case, such as a node type. */
export function wordsOfIdentifier(identifier: string): readonly string[] {
  if (plainText.test(identifier)) {
    return wordsOfPlain(identifier.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2"));
  }
  return wordsOf(identifier.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2"));
}

function calm(words: readonly string[]): readonly string[] {
  const shouted = words.map((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase());
  return words.map((word, index) => {
    const inRow = shouted[index] === true && (shouted[index - 1] === true || shouted[index + 1] === true);
    return inRow ? word.toLowerCase() : word;
  });
}

function capitalise(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}
