import { decodeJwt, decodeProtectedHeader, errors, importJWK, type JWK, jwtVerify } from "jose";
import { isJsonObject, type Json } from "../../../text/json.js";

/** What the platform notes of a signature that it refuses, as far as the check of a signature can tell. */
export type SignatureProblem = "INVALID_CLAIM" | "INVALID_SIGNATURE";

/** What a signature must say. */
export interface ExpectedClaims {
  /** In base64. */
  readonly challenge: string;
  /** The applications that may sign: Android package names and iOS bundle ids. */
  readonly applicationIds: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How far the clock of the device may be off, in seconds. */
  readonly skewAllowance: number;
}

/** The parts of a JWS that are read before it is checked; `undefined` for a text that is none. */
export function readSignature(
  jws: string,
): { readonly key: JWK | undefined; readonly keyId?: string; readonly subject?: string } | undefined {
  try {
    const { jwk, kid } = decodeProtectedHeader(jws);
    const { sub } = decodeJwt(jws);
    return {
      key: publicKeyOf(jwk as Json | undefined),
      ...(typeof kid === "string" && { keyId: kid }),
      ...(typeof sub === "string" && { subject: sub }),
    };
  } catch {
    // jose throws for every text that is no JWS, which is an answer here.
    return undefined;
  }
}

/** The algorithms of the two kinds of keys that the platform takes. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

/** Checks the claims of a JWS, and that this key has signed it; `undefined` where it is as expected. */
export async function problemOf(
  jws: string,
  key: JWK,
  { challenge, applicationIds, now, skewAllowance }: ExpectedClaims,
): Promise<SignatureProblem | undefined> {
  try {
    const { alg } = decodeProtectedHeader(jws);
    const { payload } = await jwtVerify(jws, await importJWK(key, alg), {
      algorithms,
      issuer: [...applicationIds],
      clockTolerance: skewAllowance,
      currentDate: new Date(now),
    });
    const isFromNow = payload.iat === undefined || payload.iat * 1000 <= now + skewAllowance * 1000;
    const isOfSomebody = typeof payload.sub === "string";
    return payload.challenge === challenge && isFromNow && isOfSomebody ? undefined : "INVALID_CLAIM";
  } catch (error) {
    const isClaim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
    return isClaim ? "INVALID_CLAIM" : "INVALID_SIGNATURE";
  }
}

/** The members of public keys. A device that sends its private key by mistake is not kept with it. */
const publicMembers = ["kty", "kid", "alg", "use", "n", "e", "crv", "x", "y", "x5c"];

/** The public key in a header, of the two kinds that the platform takes. */
function publicKeyOf(given: Json | undefined): JWK | undefined {
  if (!isJsonObject(given) || (given.kty !== "RSA" && given.kty !== "EC")) return undefined;
  return Object.fromEntries(Object.entries(given).filter(([name]) => publicMembers.includes(name))) as JWK;
}
