import { fromText, isList, javaError, unsupported } from "./border.js";
import { bytesFrom, decodeBase64, encodeBase64, encodeBase64Url, utf8Text } from "./encodings.js";
import { javaValue } from "./java-collections.js";
import { javaString } from "./java-scalars.js";
import { bytesOf } from "./java-strings.js";
import { JwtClaimsSet } from "./jwt-claims.js";
import { toPlain } from "./plain.js";
import { hmacSha256 } from "./sha256.js";

/** The bytes of a key: those of a secret, of a key specification, or given as they are. */
class KeyOfBytes {
  readonly bytes: readonly number[];

  constructor(given: unknown) {
    this.bytes =
      given instanceof KeyOfBytes ? given.bytes : given instanceof SecretBuilder ? given.key() : bytesFrom(given);
    Object.defineProperty(this, "bytes", { enumerable: false });
  }

  getEncoded(): readonly number[] {
    return this.bytes;
  }
}

/** `org.forgerock.secrets.SecretBuilder`. */
class SecretBuilder {
  #key: KeyOfBytes | undefined;

  secretKey(key: unknown): this {
    this.#key = new KeyOfBytes(key);
    return this;
  }

  key(): readonly number[] {
    if (!this.#key) throw javaError("No key", undefined, "java.lang.IllegalStateException");
    return this.#key.bytes;
  }

  stableId(): this {
    return this;
  }

  expiresAt(): this {
    return this;
  }

  expiresIn(): this {
    return this;
  }

  build(maker?: unknown): unknown {
    return typeof maker === "function" ? maker(this) : this;
  }
}

/** A handler that signs and verifies with HMAC and SHA-256. */
class HmacHandler {
  readonly #key: KeyOfBytes;

  constructor(key: unknown) {
    this.#key = new KeyOfBytes(key);
  }

  signature(text: string): string {
    return encodeBase64Url(hmacSha256(this.#key.bytes, bytesOf(text)));
  }
}

type Headers = { [name: string]: unknown };

function signedBuilder(handler: unknown): object {
  if (!(handler instanceof HmacHandler)) unsupported("A signing handler that does not use a shared secret");
  const header: Headers = { typ: "JWT" };
  let claims = new JwtClaimsSet();
  const headers = {
    alg: (algorithm: unknown) => setHeader("alg", requireHs256(algorithm)),
    keyId: (id: unknown) => setHeader("kid", String(id)),
    kid: (id: unknown) => setHeader("kid", String(id)),
    header: (name: unknown, value: unknown) => setHeader(String(name), toPlain(value)),
    headerIfNotNull: (name: unknown, value: unknown) =>
      value === null ? headers : setHeader(String(name), toPlain(value)),
    done: () => builder,
  };
  const setHeader = (name: string, value: unknown): object => {
    header[name] = value;
    return headers;
  };
  const builder = {
    headers: () => headers,
    claims: (given: unknown) => {
      claims = given instanceof JwtClaimsSet ? given : new JwtClaimsSet(given);
      return builder;
    },
    encrypt: () => unsupported("Encryption of a JWT"),
    asJwt: () => new SignedJwt(header, claims, text()),
    build: () => javaString(text()),
  };
  const text = () => {
    const parts = [header, toPlain(claims)].map((part) => encodeBase64Url(bytesOf(JSON.stringify(part)))).join(".");
    return `${parts}.${(handler as HmacHandler).signature(parts)}`;
  };
  return builder;
}

function requireHs256(algorithm: unknown): string {
  if (String(algorithm) !== "HS256") unsupported(`The algorithm ${String(algorithm)} of a JWT`);
  return "HS256";
}

class SignedJwt {
  readonly #header: Headers;
  readonly #claims: JwtClaimsSet;
  readonly #text: string;

  constructor(header: Headers, claims: JwtClaimsSet, text: string) {
    this.#header = header;
    this.#claims = claims;
    this.#text = text;
  }

  getHeader(): object {
    const get = (name: unknown) => javaValue(this.#header[String(name)] ?? null);
    return {
      getAlgorithm: () => get("alg"),
      getAlgorithmString: () => get("alg"),
      getKeyId: () => get("kid"),
      get,
      getParameter: get,
    };
  }

  getClaimsSet(): JwtClaimsSet {
    return this.#claims;
  }

  verify(handler: unknown): boolean {
    if (!(handler instanceof HmacHandler)) unsupported("A signing handler that does not use a shared secret");
    requireHs256(this.#header.alg);
    const end = this.#text.lastIndexOf(".");
    return (handler as HmacHandler).signature(this.#text.slice(0, end)) === this.#text.slice(end + 1);
  }

  build(): string {
    return javaString(this.#text);
  }
}

/** `org.forgerock.json.jose.builders.JwtBuilderFactory`. */
class JwtBuilderFactory {
  jws(handler: unknown): object {
    return signedBuilder(handler);
  }

  claims(): JwtClaimsSet {
    return new JwtClaimsSet();
  }

  jwe(): never {
    return unsupported("Encryption of a JWT");
  }

  reconstruct(text: unknown): SignedJwt {
    return reconstructed(text);
  }
}

/** `org.forgerock.json.jose.common.JwtReconstruction`. */
class JwtReconstruction {
  reconstructJwt(text: unknown): SignedJwt {
    return reconstructed(text);
  }
}

function reconstructed(given: unknown): SignedJwt {
  const text = String(given);
  const [header, claims, signature] = text.split(".");
  if (text.split(".").length === 5) unsupported("Decryption of a JWT");
  if (header === undefined || claims === undefined || signature === undefined) {
    const className = "org.forgerock.json.jose.exceptions.InvalidJwtException";
    throw javaError("not right number of dots, need two or four", undefined, className);
  }
  const [readHeader, readClaims] = [header, claims].map((part) => fromText(utf8Text(decodeBase64(part))));
  return new SignedJwt(readHeader as Headers, new JwtClaimsSet(readClaims), text);
}

class SigningManager {
  newHmacSigningHandler(key: unknown): HmacHandler {
    return new HmacHandler(key);
  }

  newRsaSigningHandler(): never {
    return unsupported("Signing with RSA");
  }

  newEcdsaSigningHandler(): never {
    return unsupported("Signing with ECDSA");
  }
}

const base64 = {
  encode: (bytes: unknown) => javaString(encodeBase64(bytesFrom(bytes))),
  decode: (text: unknown) => bytesOfText(text),
};
const base64url = {
  encode: (bytes: unknown) => javaString(encodeBase64Url(bytesFrom(bytes))),
  decode: (text: unknown) => bytesOfText(text),
};

function bytesOfText(text: unknown): number[] {
  return decodeBase64(isList(text) ? utf8Text(text as number[]) : String(text));
}

const algorithms = ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "ES512", "NONE"];
const units = ["SECONDS", "MINUTES", "HOURS", "DAYS"];

/** Classes that scripts use for JWTs and their keys: those that can be made, and those with static members only. */
export const joseClasses: {
  readonly made: { readonly [className: string]: new (...args: never[]) => object };
  readonly named: { readonly [className: string]: object };
} = {
  made: {
    "org.forgerock.json.jose.jwt.JwtClaimsSet": JwtClaimsSet,
    "org.forgerock.json.jose.builders.JwtBuilderFactory": JwtBuilderFactory,
    "org.forgerock.json.jose.common.JwtReconstruction": JwtReconstruction,
    "org.forgerock.json.jose.jws.SigningManager": SigningManager,
    "org.forgerock.json.jose.jws.SignedJwt": SignedJwt,
    "org.forgerock.json.jose.jws.handlers.HmacSigningHandler": HmacHandler,
    "org.forgerock.json.jose.jws.handlers.SecretHmacSigningHandler": HmacHandler,
    "org.forgerock.secrets.SecretBuilder": SecretBuilder,
    "org.forgerock.secrets.keys.SigningKey": KeyOfBytes,
    "org.forgerock.secrets.keys.VerificationKey": KeyOfBytes,
    "javax.crypto.spec.SecretKeySpec": KeyOfBytes,
  },
  named: {
    "org.forgerock.json.jose.jws.JwsAlgorithm": Object.fromEntries(algorithms.map((name) => [name, name])),
    "org.forgerock.util.encode.Base64": base64,
    "org.forgerock.util.encode.Base64url": base64url,
    "java.time.temporal.ChronoUnit": Object.fromEntries(units.map((name) => [name, name])),
    "java.time.Clock": { systemUTC: () => ({ millis: () => Date.now() }) },
  },
};
