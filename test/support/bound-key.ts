import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** The key of an application on a device, which signs challenges as the SDKs for phones do. */
export class BoundKey {
  readonly id = "key-of-the-test";
  readonly algorithm: string;
  readonly #pair: ReturnType<typeof generateKeyPair>;

  constructor(algorithm = "ES256") {
    this.algorithm = algorithm;
    this.#pair = generateKeyPair(algorithm, { extractable: true });
  }

  /** Signs a challenge. The public key is in the header where a device is bound. */
  async sign(claims: JWTPayload, withKey = true): Promise<string> {
    const { privateKey, publicKey } = await this.#pair;
    const jwk = { ...(await exportJWK(publicKey)), kid: this.id, use: "sig", alg: this.algorithm };
    const header = { typ: "JWS", alg: this.algorithm, kid: this.id, ...(withKey && { jwk }) };
    return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  }
}
