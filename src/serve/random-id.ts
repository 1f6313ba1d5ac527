import { base64Url } from "./base64url.js";

/** An id has 128 bits of chance, so that nobody can guess it. */
const idBytes = 16;
/** Chance is fetched for many ids at once, which costs hardly more than for one. */
const pool = new Uint8Array(256 * idBytes);
let used = pool.length;

/** An id in letters that a URL may have. */
export function randomId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += idBytes;
  return base64Url(pool.subarray(used - idBytes, used));
}
