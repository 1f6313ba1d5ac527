import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject, parseAuthenticatorData } from "@simplewebauthn/server/helpers";
import { base64Url, bytesFromBase64Url } from "../../base64url.js";
import type { Assertion, AuthenticationResponse, Credential, Expected, RegistrationResponse } from "./responses.js";

/** Checks a registration with @simplewebauthn/server; `undefined` where it is not what was asked for. */
export async function verifyRegistration(
  { clientData, attestationObject, credentialId }: RegistrationResponse,
  expected: Expected,
): Promise<Credential | undefined> {
  const response = {
    id: credentialId,
    rawId: credentialId,
    type: "public-key" as const,
    response: { clientDataJSON: base64UrlOfText(clientData), attestationObject: base64Url(attestationObject) },
    clientExtensionResults: {},
  };
  const { registrationInfo } = await orNothing(verifyRegistrationResponse({ response, ...expectations(expected) }));
  if (registrationInfo === undefined) return undefined;
  const { credential, aaguid, fmt } = registrationInfo;
  const object = decodeAttestationObject(copyOf(attestationObject));
  const isChained = object.get("attStmt").get("x5c") !== undefined;
  return {
    publicKey: base64Url(credential.publicKey),
    signCount: credential.counter,
    flags: flagsOf(object.get("authData")),
    aaguid,
    attestationType: fmt === "none" ? "NONE" : isChained ? "BASIC" : "SELF",
  };
}

/** Checks a sign-in; `undefined` where the credential has not made it, or where it is not what was asked for. */
export async function verifyAuthentication(
  { clientData, authenticatorData, signature, credentialId, publicKey }: AuthenticationResponse,
  expected: Expected,
): Promise<Assertion | undefined> {
  const key = bytesFromBase64Url(publicKey);
  if (key === undefined) return undefined;
  const response = {
    id: credentialId,
    rawId: credentialId,
    type: "public-key" as const,
    response: {
      clientDataJSON: base64UrlOfText(clientData),
      authenticatorData: base64Url(authenticatorData),
      signature: base64Url(signature),
    },
    clientExtensionResults: {},
  };
  // The platform compares counters itself, and only where a node says so.
  const credential = { id: credentialId, publicKey: copyOf(key), counter: 0 };
  const { verified, authenticationInfo } = await orNothing(
    verifyAuthenticationResponse({ response, credential, ...expectations(expected) }),
  );
  if (verified !== true || authenticationInfo === undefined) return undefined;
  return { signCount: authenticationInfo.newCounter, flags: flagsOf(authenticatorData) };
}

function expectations({ challenge, relyingPartyId, origins, requireUserVerification }: Expected) {
  return {
    expectedChallenge: base64Url(challenge),
    expectedOrigin: [...origins],
    expectedRPID: relyingPartyId,
    requireUserVerification,
  };
}

/** The library throws for every response that is not what was expected, which is an answer here. */
function orNothing<Result extends object>(verification: Promise<Result>): Promise<Partial<Result>> {
  return verification.catch(() => ({}));
}

function flagsOf(authenticatorData: Uint8Array): Assertion["flags"] {
  const { flags } = parseAuthenticatorData(copyOf(authenticatorData));
  return { UP: flags.up, UV: flags.uv, AT: flags.at, ED: flags.ed, BE: flags.be, BS: flags.bs };
}

function base64UrlOfText(text: string): string {
  return base64Url(new TextEncoder().encode(text));
}

/** The library wants bytes in a buffer of their own. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
