import { errorAnswer, isOAuthError, oauthError, redirect } from "./oauth-answer.js";
import type { OAuthHost } from "./oauth-host.js";
import { readForm, readParameters } from "./parameters.js";
import type { SigningKey } from "./signing-key.js";

/** Ends the session that an ID token tells of, and goes on to an address that its client has registered. */
export async function endSession(request: Request, host: OAuthHost, key: SigningKey): Promise<Response> {
  const given = request.method === "POST" ? await readForm(request) : readParameters(new URL(request.url).searchParams);
  if (isOAuthError(given)) return errorAnswer(given);
  const hint = given.get("id_token_hint");
  if (hint === undefined) {
    return errorAnswer(oauthError("bad_request", "The endSession endpoint requires an id_token_hint parameter"));
  }
  const claims = await key.read(hint);
  if (claims === undefined)
    return errorAnswer(oauthError("invalid_request", "The id_token_hint is no token of this provider."));
  const client = host.clients.find(({ clientId }) => clientId === claims.aud);
  const target = given.get("post_logout_redirect_uri");
  if (target !== undefined && !(client?.postLogoutRedirectUris ?? []).includes(target)) {
    return errorAnswer(
      oauthError("redirect_uri_mismatch", "The redirection URI provided does not match a pre-registered value."),
    );
  }
  if (typeof claims.sid === "string") host.endSession(claims.sid);
  return target === undefined
    ? new Response(undefined, { status: 204 })
    : redirect(target, { state: given.get("state") });
}
