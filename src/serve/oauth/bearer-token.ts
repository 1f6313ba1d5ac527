import type { AccessToken, Grants } from "./grants.js";

/** The access token in force that a request carries as `Authorization: Bearer`. */
export function bearerTokenOf(request: Request, grants: Grants): AccessToken | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  return token === undefined ? undefined : grants.accessTokens.get(token);
}
