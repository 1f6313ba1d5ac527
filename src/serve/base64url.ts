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

/** The bytes of base64url or base64, with or without padding; `undefined` for any other text. */
export function bytesFromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}
