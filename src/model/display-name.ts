/**
 * The label of a node without one of its own: its name, split into words. A new word starts at a capital after a small
 * letter or digit (`FindUser`), at the last capital of a run before a small letter (`OTPCheck`), at `_` or `-`, and at
 * digits that end the name (`AskEmail2`). A single leading capital stays with its word (`OAuth`).
 */
export function displayNameOf(name: string): string {
  if (usualName.test(name)) return name.replace(/([a-z])([A-Z]|[0-9]+$)/g, "$1 $2");
  const spaced = name
    .replace(/[_-]+/gu, " ")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/(\p{L})(\p{N}+)$/u, "$1 $2")
    .trim();
  if (spaced === "") return name;
  const first = String.fromCodePoint(spaced.codePointAt(0) ?? 0);
  return first.toUpperCase() + spaced.slice(first.length);
}

/** Most names look like this and need only the first rule. */
const usualName = /^(?:[A-Z][a-z]+)+[0-9]*$/;
