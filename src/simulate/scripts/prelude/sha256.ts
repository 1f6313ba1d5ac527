import { joined } from "./joined.js";

/** Computes SHA-256 of bytes; QuickJS has no Web Crypto. */
export function sha256(message: readonly number[]): number[] {
  const padded = [...message, 0x80];
  while (padded.length % 64 !== 56) padded.push(0);
  const bits = message.length * 8;
  for (let shift = 56; shift >= 0; shift -= 8) padded.push(Math.floor(bits / 2 ** shift) & 0xff);
  const state = startWords.slice();
  for (let block = 0; block < padded.length; block += 64) mixBlock(state, padded, block);
  return joined(state.map((word) => [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff]));
}

/** Computes HMAC with SHA-256. */
export function hmacSha256(key: readonly number[], message: readonly number[]): number[] {
  const short = key.length > 64 ? sha256(key) : key;
  const block = Array.from({ length: 64 }, (_, index) => short[index] ?? 0);
  const inner = sha256([...block.map((byte) => byte ^ 0x36), ...message]);
  return sha256([...block.map((byte) => byte ^ 0x5c), ...inner]);
}

function mixBlock(state: number[], bytes: readonly number[], at: number): void {
  const words: number[] = [];
  for (let index = 0; index < 64; index++)
    words.push(index < 16 ? wordAt(bytes, at + index * 4) : extended(words, index));
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + (roundWords[index] ?? 0) + (words[index] ?? 0)) | 0;
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] ?? 0) + value) >>> 0;
}

function extended(words: readonly number[], index: number): number {
  const near = words[index - 15] ?? 0;
  const late = words[index - 2] ?? 0;
  const mixedNear = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
  const mixedLate = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
  return ((words[index - 16] ?? 0) + mixedNear + (words[index - 7] ?? 0) + mixedLate) | 0;
}

function wordAt(bytes: readonly number[], at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/**
 * SHA-256 starts from the fractional parts of the square roots of the first 8 primes, and adds those of the cube roots
 * of the first 64 in its rounds.
 */
const primes = firstPrimes(64);
const startWords = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const roundWords = primes.map((prime) => fraction(Math.cbrt(prime)));

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32);
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
