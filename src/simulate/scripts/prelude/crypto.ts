import { host, unsupported } from "./border.js";
import { bytesFrom, decodeBase64, encodeBase64, encodeBase64Url, utf8Text } from "./encodings.js";
import { bytesOf } from "./java-strings.js";
import { hmacSha256, sha256 } from "./sha256.js";

/** `utils` of the next-generation engine. */
export const utils = {
  base64: {
    encode: (value: unknown) => encodeBase64(bytesFrom(value)),
    decode: (text: unknown) => utf8Text(decodeBase64(String(text))),
    decodeToBytes: (text: unknown) => decodeBase64(String(text)),
  },
  base64url: {
    encode: (value: unknown) => encodeBase64Url(bytesFrom(value)),
    decode: (text: unknown) => utf8Text(decodeBase64(String(text))),
    decodeToBytes: (text: unknown) => decodeBase64(String(text)),
  },
  types: {
    stringToBytes: (text: unknown) => bytesOf(String(text)),
    bytesToString: (bytes: unknown) => utf8Text(bytesFrom(bytes)),
  },
  crypto: {
    randomUUID: () => host("uuid"),
    getRandomValues: randomValues,
    checkBcrypt: () => unsupported("utils.crypto.checkBcrypt"),
    subtle: {
      digest: (algorithm: unknown, data: unknown) => {
        if (digestName(algorithm) !== "SHA-256") unsupported(`utils.crypto.subtle.digest with ${String(algorithm)}`);
        return sha256(bytesFrom(data));
      },
      sign: (algorithm: unknown, key: unknown, data: unknown, options?: unknown) =>
        mac("sign", algorithm, key, data, options),
      verify: (algorithm: unknown, key: unknown, data: unknown, signature: unknown, options?: unknown) =>
        String(mac("verify", algorithm, key, data, options)) === String(bytesFrom(signature)),
      generateKey: () => unsupported("utils.crypto.subtle.generateKey"),
      deriveKey: () => unsupported("utils.crypto.subtle.deriveKey"),
      encrypt: () => unsupported("utils.crypto.subtle.encrypt"),
      decrypt: () => unsupported("utils.crypto.subtle.decrypt"),
    },
  },
};

/** Fills the given list with random bytes, like the function of the same name in browsers. */
function randomValues(list: number[]): number[] {
  const bytes = host("bytes", list.length) as number[];
  for (const [index, byte] of bytes.entries()) list[index] = byte;
  return list;
}

function mac(operation: string, algorithm: unknown, key: unknown, data: unknown, options: unknown): number[] {
  const asked = { ...(typeof algorithm === "object" ? algorithm : {}), ...(options ?? {}) };
  const { name = algorithm, hash = "SHA-256" } = asked as { name?: unknown; hash?: unknown };
  if (String(name).toUpperCase() !== "HMAC" || digestName(hash) !== "SHA-256") {
    unsupported(`utils.crypto.subtle.${operation} with ${String(name)} and ${String(hash)}`);
  }
  return hmacSha256(bytesFrom(key), bytesFrom(data));
}

function digestName(algorithm: unknown): string {
  return String(algorithm)
    .toUpperCase()
    .replace(/^SHA-?(\d+)$/, "SHA-$1");
}
