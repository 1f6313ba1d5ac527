/** What a signature must say. */
export interface Expected {
  readonly challenge: Uint8Array;
  readonly relyingPartyId: string;
  readonly origins: readonly string[];
  readonly requireUserVerification: boolean;
}

export interface RegistrationResponse {
  /** The JSON that the browser has signed. */
  readonly clientData: string;
  readonly attestationObject: Uint8Array;
  /** In base64url. */
  readonly credentialId: string;
}

export interface AuthenticationResponse {
  readonly clientData: string;
  readonly authenticatorData: Uint8Array;
  readonly signature: Uint8Array;
  readonly credentialId: string;
  /** The public key that registration gave. */
  readonly publicKey: string;
}

/** What is said of a signature by the authenticator that made it. */
export interface Assertion {
  readonly signCount: number;
  /** The flags of the authenticator data, by their names in the standard: `UP`, `UV`, `AT`, `ED`, `BE`, `BS`. */
  readonly flags: { readonly [name: string]: boolean };
}

export interface Credential extends Assertion {
  /** In COSE form, as base64url. */
  readonly publicKey: string;
  readonly aaguid: string;
  /** The attestation type as the platform calls it: `NONE`, `SELF`, `BASIC`. */
  readonly attestationType: string;
}
