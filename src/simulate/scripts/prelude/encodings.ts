import { bytesOf } from "./java-strings.js";

const plainAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const urlAlphabet = `${plainAlphabet.slice(0, 62)}-_`;

/** The bytes of a script's value: a list of numbers, a typed array, or a text taken as UTF-8. */
export function bytesFrom(value: unknown): readonly number[] {
  if (typeof value === "string" || value instanceof String) return bytesOf(String(value));
  if (value instanceof ArrayBuffer) return Array.from(new Uint8Array(value));
  return Array.from(value as Iterable<number>, (byte) => Number(byte) & 0xff);
}

export function encodeBase64(bytes: readonly number[]): string {
  const text = encode(bytes, plainAlphabet);
  return text + "=".repeat((4 - (text.length % 4)) % 4);
}

/** Encodes without padding, as `utils.base64url` does. */
export function encodeBase64Url(bytes: readonly number[]): string {
  return encode(bytes, urlAlphabet);
}

/** Decodes both alphabets, with or without padding. */
export function decodeBase64(text: string): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    if (character === "=" || /\s/.test(character)) continue;
    const place = Math.max(plainAlphabet.indexOf(character), urlAlphabet.indexOf(character));
    if (place < 0) throw new TypeError("Illegal base64 character");
    held = ((held << 6) | place) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return bytes;
}

/** Decodes UTF-8 bytes; an invalid sequence becomes U+FFFD. */
export function utf8Text(bytes: readonly number[]): string {
  let text = "";
  for (let index = 0; index < bytes.length; ) {
    const lead = (bytes[index] ?? 0) & 0xff;
    const extra = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : -1;
    let code = extra === 0 ? lead : extra > 0 ? lead & (0x3f >> extra) : 0xfffd;
    let place = index + 1;
    for (let left = extra; left > 0; left--, place++) {
      const byte = bytes[place];
      if (byte === undefined || (byte & 0xc0) !== 0x80) {
        code = 0xfffd;
        break;
      }
      code = (code << 6) | (byte & 0x3f);
    }
    text += String.fromCodePoint(code > 0x10ffff ? 0xfffd : code);
    index = place;
  }
  return text;
}

function encode(bytes: readonly number[], alphabet: string): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const count = Math.min(bytes.length - index, 3) + 1;
    for (let place = 0; place < count; place++) text += alphabet[(group >> (18 - 6 * place)) & 0x3f];
  }
  return text;
}
