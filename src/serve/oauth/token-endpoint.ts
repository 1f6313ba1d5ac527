import type { OAuth2Client } from "../../runtime/world/world-options.js";
import { base64Url } from "../base64url.js";
import { userClaims } from "./claims.js";
import { authenticateClient } from "./client-authentication.js";
import { isSameSecret, randomText, sha256Of } from "./digest.js";
import type { AuthorizationCode, Grant, Grants } from "./grants.js";
import { errorAnswer, isOAuthError, type OAuthError, oauthError, oauthJson } from "./oauth-answer.js";
import type { OAuthHost } from "./oauth-host.js";
import { readForm } from "./parameters.js";
import type { SigningKey } from "./signing-key.js";

/** Seconds; the platform's defaults. */
const accessTokenLifetime = 3600;
const refreshTokenLifetime = 604_800;

/** The token endpoint, `access_token`: tokens for a code, or fresh ones for a refresh token, which is used up by this. */
export async function issueTokens(
  request: Request,
  host: OAuthHost,
  grants: Grants,
  key: SigningKey,
): Promise<Response> {
  const form = await readForm(request);
  if (isOAuthError(form)) return errorAnswer(form);
  const client = await authenticateClient(request, form, host);
  if (isOAuthError(client)) return errorAnswer(client);
  const granted = await grantOf(form, client, host, grants);
  if (isOAuthError(granted)) return errorAnswer(granted);
  return oauthJson(await tokensOf(granted.grant, granted.scopes, client, host, grants, key));
}

interface Granted {
  readonly grant: Grant;
  readonly scopes: readonly string[];
}

async function grantOf(
  form: ReadonlyMap<string, string>,
  client: OAuth2Client,
  host: OAuthHost,
  grants: Grants,
): Promise<Granted | OAuthError> {
  const type = form.get("grant_type");
  if (type === "authorization_code") return exchangeCode(form, client, host, grants);
  if (type === "refresh_token") return refresh(form, client, grants);
  return type === undefined
    ? oauthError("invalid_request", "Missing parameter, 'grant_type'.")
    : oauthError("unsupported_grant_type", `Grant type is not served here: ${type}`);
}

async function exchangeCode(
  form: ReadonlyMap<string, string>,
  client: OAuth2Client,
  host: OAuthHost,
  grants: Grants,
): Promise<Granted | OAuthError> {
  const text = form.get("code");
  if (text === undefined) return oauthError("invalid_request", "Missing parameter, 'code'.");
  const used = grants.usedCodes.get(text);
  if (used !== undefined) {
    // Who has the code a second time may have stolen it, so what it gave is taken back (RFC 6749, 4.1.2).
    if (used.clientId === client.clientId) grants.revoke(used);
    return invalidGrant;
  }
  const code = grants.codes.get(text);
  if (code === undefined || code.grant.clientId !== client.clientId) return invalidGrant;
  grants.codes.delete(text);
  grants.usedCodes.set(text, code.grant, host.now() + refreshTokenLifetime * 1000);
  const redirectUri = form.get("redirect_uri");
  if (redirectUri !== undefined ? redirectUri !== code.redirectUri : client.redirectUris.length > 1)
    return invalidGrant;
  if (!(await isProven(code, form.get("code_verifier")))) return invalidGrant;
  return { grant: code.grant, scopes: code.grant.scopes };
}

const invalidGrant = oauthError("invalid_grant", "The provided access grant is invalid, expired, or revoked.");

async function isProven({ challenge }: AuthorizationCode, verifier: string | undefined): Promise<boolean> {
  if (challenge === undefined) return verifier === undefined;
  if (verifier === undefined) return false;
  const shown = challenge.method === "plain" ? verifier : base64Url(await sha256Of(verifier));
  return isSameSecret(shown, challenge.value);
}

function refresh(form: ReadonlyMap<string, string>, client: OAuth2Client, grants: Grants): Granted | OAuthError {
  const token = form.get("refresh_token");
  if (token === undefined) return oauthError("invalid_request", "Missing parameter, 'refresh_token'.");
  const grant = grants.refreshTokens.get(token);
  if (grant === undefined || grant.clientId !== client.clientId) return invalidGrant;
  const scopes =
    form
      .get("scope")
      ?.split(" ")
      .filter((scope) => scope !== "") ?? grant.scopes;
  if (!scopes.every((scope) => grant.scopes.includes(scope))) {
    return oauthError("invalid_scope", "More scopes are asked for than were granted.");
  }
  grants.refreshTokens.delete(token);
  return { grant, scopes };
}

async function tokensOf(
  grant: Grant,
  scopes: readonly string[],
  client: OAuth2Client,
  host: OAuthHost,
  grants: Grants,
  key: SigningKey,
): Promise<object> {
  const now = host.now();
  const lifetime = client.accessTokenLifetime ?? accessTokenLifetime;
  const accessToken = randomText();
  const expiresAt = now + lifetime * 1000;
  grants.accessTokens.set(accessToken, { grant, scopes, issuedAt: now, expiresAt }, expiresAt);
  const refreshToken = randomText();
  grants.refreshTokens.set(refreshToken, grant, now + (client.refreshTokenLifetime ?? refreshTokenLifetime) * 1000);
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    scope: scopes.join(" "),
    ...(scopes.includes("openid") && { id_token: await idToken(grant, scopes, accessToken, host, key) }),
    token_type: "Bearer",
    expires_in: lifetime,
  };
}

/** The lifetime of an ID token in seconds: the platform's default. */
const idTokenLifetime = 3600;

async function idToken(
  { session, issuer, clientId, nonce }: Grant,
  scopes: readonly string[],
  accessToken: string,
  host: OAuthHost,
  key: SigningKey,
): Promise<string> {
  const now = Math.floor(host.now() / 1000);
  const half = (await sha256Of(accessToken)).slice(0, 16);
  return key.sign({
    at_hash: base64Url(half),
    sub: session.userId,
    subname: session.userId,
    iss: issuer,
    tokenName: "id_token",
    sid: session.handle,
    aud: clientId,
    azp: clientId,
    ...(nonce !== undefined && { nonce }),
    auth_time: Math.floor(session.authenticatedAt / 1000),
    realm: host.realm,
    tokenType: "JWTToken",
    iat: now,
    exp: now + idTokenLifetime,
    ...userClaims(host.userOf(session.userId), scopes),
  });
}
