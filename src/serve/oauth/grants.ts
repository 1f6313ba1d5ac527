import { ExpiringStore } from "./expiring-store.js";
import type { OAuthHost, SignedInSession } from "./oauth-host.js";

/** What a user has let a client do. All codes and tokens of one sign-in have the same grant, and fall with it. */
export interface Grant {
  readonly id: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly session: SignedInSession;
  /** The issuer under whose address the client asked. */
  readonly issuer: string;
  readonly nonce: string | undefined;
}

/** A code, and what the request that exchanges it must show. */
export interface AuthorizationCode {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: { readonly method: "plain" | "S256"; readonly value: string } | undefined;
}

export interface AccessToken {
  readonly grant: Grant;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Far more than a developer's browser or a test makes, and little memory. */
const most = 20_000;

/** The codes and tokens in force. */
export class Grants {
  readonly codes: ExpiringStore<AuthorizationCode>;
  /** The grants of codes that were exchanged already. */
  readonly usedCodes: ExpiringStore<Grant>;
  readonly accessTokens: ExpiringStore<AccessToken>;
  readonly refreshTokens: ExpiringStore<Grant>;

  constructor({ now }: Pick<OAuthHost, "now">) {
    this.codes = new ExpiringStore(now, most);
    this.usedCodes = new ExpiringStore(now, most);
    this.accessTokens = new ExpiringStore(now, most);
    this.refreshTokens = new ExpiringStore(now, most);
  }

  /** Takes back all tokens of a grant. */
  revoke({ id }: Grant): void {
    this.accessTokens.deleteWhere(({ grant }) => grant.id === id);
    this.refreshTokens.deleteWhere((grant) => grant.id === id);
  }
}
