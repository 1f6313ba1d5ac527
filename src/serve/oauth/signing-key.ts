import { exportJWK, generateKeyPair, type JWK, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { randomText } from "./digest.js";

/** The provider's key, made when the first token or client needs it. RS256 is what every client of OpenID Connect takes. */
export class SigningKey {
  readonly #id = randomText();
  #pair: ReturnType<typeof generateKeyPair> | undefined;

  /** The public half, as clients fetch it. */
  async publicKeys(): Promise<{ readonly keys: readonly JWK[] }> {
    const { publicKey } = await this.#keys();
    return { keys: [{ ...(await exportJWK(publicKey)), kid: this.#id, use: "sig", alg: "RS256" }] };
  }

  async sign(claims: JWTPayload): Promise<string> {
    const { privateKey } = await this.#keys();
    return new SignJWT(claims).setProtectedHeader({ typ: "JWT", kid: this.#id, alg: "RS256" }).sign(privateKey);
  }

  /** The claims of a token that this key has signed, expired or not; `undefined` for anything else. */
  async read(token: string): Promise<JWTPayload | undefined> {
    const { publicKey } = await this.#keys();
    try {
      // A token tells whose session is to end even after its time.
      const { payload } = await jwtVerify(token, publicKey, { algorithms: ["RS256"], currentDate: new Date(0) });
      return payload;
    } catch {
      // jose throws for every token that is not of this key, which is an answer here.
      return undefined;
    }
  }

  #keys(): ReturnType<typeof generateKeyPair> {
    this.#pair ??= generateKeyPair("RS256");
    return this.#pair;
  }
}
