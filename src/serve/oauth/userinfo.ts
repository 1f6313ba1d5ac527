import { bearerTokenOf } from "./bearer-token.js";
import { userClaims } from "./claims.js";
import type { Grants } from "./grants.js";
import { errorAnswer, oauthError, oauthJson } from "./oauth-answer.js";
import type { OAuthHost } from "./oauth-host.js";

/** The userinfo endpoint: what the scopes of an access token tell of its user. */
export function userinfo(request: Request, host: OAuthHost, grants: Grants): Response {
  const token = bearerTokenOf(request, grants);
  if (token === undefined) {
    return errorAnswer(
      oauthError("invalid_token", "The access token provided is expired, revoked, malformed, or invalid."),
    );
  }
  const { userId } = token.grant.session;
  return oauthJson({ ...userClaims(host.userOf(userId), token.scopes), sub: userId, subname: userId });
}
