import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { toBase64Url } from "./random-id.js";
import { Refusal } from "./refusal.js";

/** The claims of an authId, as on the platform. */
export interface AuthIdClaims {
  /** The journey; absent where the realm's default journey runs. */
  readonly authIndexValue?: string;
  /** Another value for each step. */
  readonly otk: string;
  readonly authIndexType?: string;
  readonly realm: string;
  readonly sessionId: string;
  /** The end of the journey's time, and now, in seconds since 1970. */
  readonly exp: number;
  readonly iat: number;
}

/**
 * The key is no secret, and need not be one: an authId only names a step that the handler keeps, under an id that nobody can guess. That
 * it stays the same lets one that comes from before a restart be told from one that was made up.
 */
const key = new TextEncoder().encode("journeyc serve: a key that is no secret");
const keyed = /* @__PURE__ */ hmac.create(sha256, key);
const encoder = new TextEncoder();
const header = toBase64Url(JSON.stringify({ typ: "JWT", alg: "HS256" }));

/** Makes an authId: a JWT with an HS256 signature. Why not with jose: docs/decisions/auth-id.md. */
export function makeAuthId(claims: AuthIdClaims): string {
  const signed = `${header}.${toBase64Url(utf8(JSON.stringify(claims)))}`;
  return `${signed}.${signatureOf(signed)}`;
}

/** Reads the claims of an authId that was made here, even long ago. */
export function readAuthId(authId: string): JsonObject {
  const parts = authId.split(".");
  const claims = parts.length === 3 ? decodeClaims(parts[1] ?? "") : undefined;
  if (!isJsonObject(claims)) throw new Refusal(400, "Failed to parse JWT, the authId is none");
  if (parts[2] !== signatureOf(`${parts[0]}.${parts[1]}`)) throw new Refusal(400, "AuthId JWT Signature not valid");
  return claims;
}

/** A claim that is a text; any other counts as missing. */
export function textClaim(claims: JsonObject, name: string): string | undefined {
  const value = getOwn(claims, name);
  return typeof value === "string" ? value : undefined;
}

function signatureOf(signed: string): string {
  const code = keyed.clone().update(encoder.encode(signed)).digest();
  return toBase64Url(String.fromCharCode(...code));
}

function decodeClaims(part: string): Json | undefined {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (unit) => unit.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

/** A text as its bytes in UTF-8, each as one character. Most texts are such a text already. */
function utf8(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join("");
}
