/** An id that nobody can guess: 128 bits of chance, in letters that a URL may have. */
export function randomId(): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return toBase64Url(String.fromCharCode(...bytes));
}

/** Base64url without padding, of a text whose characters stand for bytes. */
export function toBase64Url(bytes: string): string {
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
