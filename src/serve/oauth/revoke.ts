import { authenticateClient } from "./client-authentication.js";
import type { Grants } from "./grants.js";
import { errorAnswer, isOAuthError, oauthError, oauthJson } from "./oauth-answer.js";
import type { OAuthHost } from "./oauth-host.js";
import { readForm } from "./parameters.js";

/** The revocation endpoint (RFC 7009): an access token goes alone, a refresh token with all tokens of its grant. */
export async function revoke(request: Request, host: OAuthHost, grants: Grants): Promise<Response> {
  const form = await readForm(request);
  if (isOAuthError(form)) return errorAnswer(form);
  const client = await authenticateClient(request, form, host);
  if (isOAuthError(client)) return errorAnswer(client);
  const token = form.get("token");
  if (token === undefined) return errorAnswer(oauthError("invalid_request", "Missing parameter, 'token'."));
  if (grants.accessTokens.get(token)?.grant.clientId === client.clientId) grants.accessTokens.delete(token);
  const refreshed = grants.refreshTokens.get(token);
  if (refreshed?.clientId === client.clientId) grants.revoke(refreshed);
  // A token that is not there is as good as revoked.
  return oauthJson({});
}
