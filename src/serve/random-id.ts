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

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Base64url without padding. `btoa` takes several times as long in Node 20. */
export function base64Url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    text += (digits[first >> 2] ?? "") + (digits[((first & 3) << 4) | (second >> 4)] ?? "");
    if (left > 1) text += digits[((second & 15) << 2) | (third >> 6)] ?? "";
    if (left > 2) text += digits[third & 63] ?? "";
  }
  return text;
}
