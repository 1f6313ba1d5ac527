/**
 * SHA-1, used only for name-based UUIDs (RFC 9562, version 5), where it is no security measure. It is implemented here
 * because the core also runs in browsers, where the built-in digest is asynchronous.
 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const words = sha1Words(bytes, bytes.length);
  const digest = new Uint8Array(20);
  for (let index = 0; index < 20; index++) digest[index] = (words[index >> 2] as number) >>> (24 - (index & 3) * 8);
  return digest;
}

/** SHA-1 of the first `length` bytes, as five words. The next call overwrites them. */
export function sha1Words(bytes: Uint8Array, length: number): Int32Array {
  const blocks = ((length + 8) >> 6) + 1;
  const words = blocks * 16 <= scratch.length ? scratch.fill(0, 0, blocks * 16) : new Int32Array(blocks * 16);
  for (let index = 0; index < length; index++) {
    words[index >> 2] = (words[index >> 2] as number) | ((bytes[index] as number) << (24 - (index & 3) * 8));
  }
  words[length >> 2] = (words[length >> 2] as number) | (0x80 << (24 - (length & 3) * 8));
  words[blocks * 16 - 2] = Math.floor(length / 0x20000000);
  words[blocks * 16 - 1] = length << 3;
  state.set(initialState);
  for (let block = 0; block < blocks; block++) addBlock(state, schedule, words, block * 16);
  return state;
}

// These arrays are reused: new ones for each name would cost more than the digest.
const scratch = new Int32Array(16 * 16);
const schedule = new Int32Array(80);
const state = new Int32Array(5);
const initialState = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

function addBlock(state: Int32Array, schedule: Int32Array, words: Int32Array, offset: number): void {
  for (let t = 0; t < 16; t++) schedule[t] = words[offset + t] as number;
  for (let t = 16; t < 80; t++) {
    const mixed =
      (schedule[t - 3] as number) ^
      (schedule[t - 8] as number) ^
      (schedule[t - 14] as number) ^
      (schedule[t - 16] as number);
    schedule[t] = (mixed << 1) | (mixed >>> 31);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  for (let t = 0; t < 80; t++) {
    const next = (((a << 5) | (a >>> 27)) + roundValue(t, b, c, d) + e + (schedule[t] as number)) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
}

function roundValue(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
