import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { isJsonObject } from "../text/json.js";
import { base64Url, jsonFromBase64Url } from "./base64url.js";
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
/** Where signatures are worked out: to make another such object for each costs as much as the signature. */
const working = /* @__PURE__ */ keyed.clone();
const encoder = new TextEncoder();
const header = base64Url(encoder.encode(JSON.stringify({ typ: "JWT", alg: "HS256" })));

/** Makes an authId: a JWT with an HS256 signature. Why not with jose: docs/decisions/auth-id.md. */
export function makeAuthId(claims: AuthIdClaims): string {
  const signed = `${header}.${base64Url(encoder.encode(JSON.stringify(claims)))}`;
  return `${signed}.${signatureOf(signed)}`;
}

/** Refuses what is no authId, or was not made here, even long ago. */
export function guardAuthId(authId: string): void {
  const [first, claims = "", signature, ...others] = authId.split(".");
  if (signature === undefined || others.length > 0 || !isJsonObject(jsonFromBase64Url(claims))) {
    throw new Refusal(400, "Failed to parse JWT, the authId is none");
  }
  if (signature !== signatureOf(`${first}.${claims}`)) throw new Refusal(400, "AuthId JWT Signature not valid");
}

function signatureOf(signed: string): string {
  return base64Url(keyed._cloneInto(working).update(encoder.encode(signed)).digest());
}
