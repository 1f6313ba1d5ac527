import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** What a client reads of a step that asks for a credential. */
export interface CredentialRequest {
  /** In base64. */
  readonly challenge: string;
  readonly userId?: string;
}

/** A security key in memory: it makes ES256 credentials without attestation, and signs as a browser's authenticator does. */
export class SoftwareAuthenticator {
  readonly id = Buffer.from("credential-of-the-test");
  readonly origin: string;
  readonly relyingParty: string;
  signCount = 0;
  isVerifying = true;
  #userHandle = "";
  readonly #keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

  constructor(origin = "https://login.example.com", relyingParty = new URL(origin).hostname) {
    this.origin = origin;
    this.relyingParty = relyingParty;
    this.#keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  }

  /** The value of `webAuthnOutcome` after a registration. */
  register({ challenge, userId = "" }: CredentialRequest): string {
    this.#userHandle = userId;
    const attestation = cbor(
      new Map<string, CborValue>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", this.#authenticatorData(true)],
      ]),
    );
    return [this.#clientData("webauthn.create", challenge), numbers(attestation), this.id.toString("base64url")].join(
      "::",
    );
  }

  /** The value of `webAuthnOutcome` after a sign-in. */
  authenticate({ challenge }: CredentialRequest): string {
    this.signCount++;
    const data = this.#authenticatorData(false);
    const client = this.#clientData("webauthn.get", challenge);
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.#keys.privateKey);
    const parts = [client, numbers(data), numbers(signature), this.id.toString("base64url")];
    return [...parts, ...(this.#userHandle === "" ? [] : [this.#userHandle])].join("::");
  }

  #clientData(type: string, challenge: string): string {
    const text = Buffer.from(challenge, "base64").toString("base64url");
    return JSON.stringify({ type, challenge: text, origin: this.origin, crossOrigin: false });
  }

  #authenticatorData(isNew: boolean): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.signCount);
    const flags = 0x01 | (this.isVerifying ? 0x04 : 0) | (isNew ? 0x40 : 0);
    const known = [sha256(this.relyingParty), Buffer.from([flags]), count];
    if (!isNew) return Buffer.concat(known);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    return Buffer.concat([...known, Buffer.alloc(16), length, this.id, this.#publicKey()]);
  }

  #publicKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = new Map<number, CborValue>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    return cbor(key);
  }
}

type CborValue = number | string | Buffer | Map<string | number, CborValue>;

/** The few forms of CBOR (RFC 8949) that attestations need. */
function cbor(value: CborValue): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) {
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
  }
  return Buffer.concat([head(2, value.length), value]);
}

function head(kind: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(kind << 5) | length]);
  if (length < 256) return Buffer.from([(kind << 5) | 24, length]);
  return Buffer.from([(kind << 5) | 25, length >> 8, length & 255]);
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function numbers(bytes: Buffer): string {
  return new Int8Array(bytes).toString();
}
