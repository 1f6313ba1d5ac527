import { base64Url } from "../base64url.js";

export async function sha256Of(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** A text that nobody can guess: 24 random bytes. */
export function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(24)));
}

/** Compares two secrets in a time that does not depend on where they differ. */
export async function isSameSecret(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([sha256Of(one), sha256Of(other)]);
  return left.every((byte, index) => byte === right[index]);
}
