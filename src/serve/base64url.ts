import type { Json } from "../text/json.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Two digits for each number of twelve bits. */
const pairs = /* @__PURE__ */ Array.from({ length: 4096 }, (_, bits) => `${digits[bits >> 6]}${digits[bits & 63]}`);

/** Base64url without padding. `btoa` takes several times as long in Node 20. */
export function base64Url(bytes: Uint8Array): string {
  let text = "";
  const whole = bytes.length - (bytes.length % 3);
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += `${pairs[bits >> 12]}${pairs[bits & 4095]}`;
  }
  if (whole === bytes.length) return text;
  const bits = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  const last = `${pairs[bits >> 12]}${pairs[bits & 4095]}`;
  return text + last.slice(0, bytes.length - whole + 1);
}

/** The JSON that a text in base64url holds; `undefined` for any other text. */
export function jsonFromBase64Url(text: string): Json | undefined {
  const bytes = bytesFromBase64Url(text);
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Json);
  } catch {
    return undefined;
  }
}

/** The bytes of base64url or base64, with or without padding; `undefined` for any other text. */
export function bytesFromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}
