import type { ManagedObject, OAuth2Client } from "../../runtime/world/world-options.js";

/** What the provider needs of the realm that it stands in. */
export interface OAuthHost {
  /** The realm's path: `/alpha`. */
  readonly realm: string;
  readonly clients: readonly OAuth2Client[];
  /** Milliseconds since 1970, on the clock of the world. */
  now(): number;
  /** Ends the session of this handle, where it is still there. */
  endSession(handle: string): void;
  /** A user by `_id`. */
  userOf(id: string): ManagedObject | undefined;
}

/** One request to the provider. */
export interface OAuthRequest {
  readonly request: Request;
  /** What follows the realm in the path, without a slash before it: `authorize`, `connect/jwk_uri`. */
  readonly endpoint: string;
  /** The address before it: `http://localhost:8080/am/oauth2/alpha`. */
  readonly issuer: string;
  /** The valid session that the request carries. */
  readonly session: SignedInSession | undefined;
  /**
   * The address of the page where a user signs in and is then sent on.
   *
   * @param goto the whole address to go on to
   * @param options with `force`, the user signs in again in spite of the session
   */
  loginPage(goto: string, options: { readonly force: boolean }): string;
}

/** A session of the realm, as far as tokens tell it. */
export interface SignedInSession {
  /** Stands for the session in tokens, which anybody may read; it is not the session's token. */
  readonly handle: string;
  readonly tokenId: string;
  /** The `_id` of the user. */
  readonly userId: string;
  readonly userName: string;
  /** Milliseconds since 1970. */
  readonly authenticatedAt: number;
  readonly authLevel: number;
}
