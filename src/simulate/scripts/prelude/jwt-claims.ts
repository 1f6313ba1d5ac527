import { javaList, javaMap, javaValue } from "./java-collections.js";
import { JavaDate } from "./java-date.js";
import { javaString } from "./java-scalars.js";
import { joined } from "./joined.js";
import { plainValue, toPlain } from "./plain.js";

type Claims = { [name: string]: unknown };

/** `org.forgerock.json.jose.jwt.JwtClaimsSet`: times are kept in seconds. */
export class JwtClaimsSet {
  readonly #claims: Claims = {};

  constructor(claims: unknown = {}) {
    this.setClaims(claims);
  }

  [plainValue](): unknown {
    return { ...this.#claims };
  }

  setClaim(name: unknown, value: unknown): this {
    this.#claims[String(name)] = toPlain(value);
    return this;
  }

  setClaims(claims: unknown): this {
    Object.assign(this.#claims, toPlain(claims));
    return this;
  }

  put(name: unknown, value: unknown): this {
    return this.setClaim(name, value);
  }

  setIssuer(issuer: unknown): this {
    return this.setClaim("iss", String(issuer));
  }

  setSubject(subject: unknown): this {
    return this.setClaim("sub", String(subject));
  }

  addAudience(audience: unknown): this {
    const held = this.#claims.aud;
    const all = held === undefined ? [] : Array.isArray(held) ? held : [held];
    const next = [...(all as unknown[]), String(audience)];
    return this.setClaim("aud", next.length === 1 ? next[0] : next);
  }

  setJwtId(id: unknown): this {
    return this.setClaim("jti", String(id));
  }

  setType(type: unknown): this {
    return this.setClaim("typ", String(type));
  }

  setIssuedAtTime(time: unknown): this {
    return this.setClaim("iat", secondsOf(time));
  }

  setNotBeforeTime(time: unknown): this {
    return this.setClaim("nbf", secondsOf(time));
  }

  setExpirationTime(time: unknown): this {
    return this.setClaim("exp", secondsOf(time));
  }

  getIssuer(): unknown {
    return this.getClaim("iss");
  }

  getSubject(): unknown {
    return this.getClaim("sub");
  }

  getAudience(): unknown {
    return javaList(joined([(this.#claims.aud ?? []) as string | string[]]));
  }

  getJwtId(): unknown {
    return this.getClaim("jti");
  }

  getIssuedAtTime(): unknown {
    return this.#time("iat");
  }

  getExpirationTime(): unknown {
    return this.#time("exp");
  }

  getClaim(name: unknown): unknown {
    return javaValue(this.#claims[String(name)] ?? null);
  }

  get(name: unknown): unknown {
    return this.getClaim(name);
  }

  isDefined(name: unknown): boolean {
    return this.#claims[String(name)] !== undefined;
  }

  keys(): unknown {
    return javaList(Object.keys(this.#claims));
  }

  asMap(): unknown {
    return javaMap(this.#claims);
  }

  build(): string {
    return this.toString();
  }

  toString(): string {
    return javaString(JSON.stringify(this.#claims));
  }

  #time(name: string): unknown {
    const seconds = this.#claims[name];
    return seconds === undefined ? null : new JavaDate(Number(seconds) * 1000);
  }
}

function secondsOf(time: unknown): number {
  return Math.floor(Number(time) / 1000);
}
