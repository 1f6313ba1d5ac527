import { authenticateClient } from "./client-authentication.js";
import type { Grants } from "./grants.js";
import { errorAnswer, isOAuthError, oauthError, oauthJson } from "./oauth-answer.js";
import type { OAuthHost } from "./oauth-host.js";
import { readForm } from "./parameters.js";

/** The introspection endpoint (RFC 7662). Only a client with a secret may ask, and it sees its own tokens. */
export async function introspect(request: Request, host: OAuthHost, grants: Grants): Promise<Response> {
  const form = await readForm(request);
  if (isOAuthError(form)) return errorAnswer(form);
  const client = await authenticateClient(request, form, host);
  if (isOAuthError(client)) return errorAnswer(client);
  if (client.clientSecret === undefined)
    return errorAnswer(oauthError("invalid_client", "Client authentication failed"));
  const text = form.get("token");
  if (text === undefined) return errorAnswer(oauthError("invalid_request", "Missing parameter, 'token'."));
  const token = grants.accessTokens.get(text);
  if (token === undefined || token.grant.clientId !== client.clientId) return oauthJson({ active: false });
  const { grant, scopes, issuedAt, expiresAt } = token;
  return oauthJson({
    active: true,
    scope: scopes.join(" "),
    realm: host.realm,
    client_id: grant.clientId,
    user_id: grant.session.userId,
    username: grant.session.userId,
    token_type: "Bearer",
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor(expiresAt / 1000),
    sub: grant.session.userId,
    subname: grant.session.userId,
    iss: grant.issuer,
    auth_level: grant.session.authLevel,
    authGrantId: grant.id,
  });
}
