import type { OAuth2Client } from "../../runtime/world/world-options.js";
import { defaultScopes } from "./discovery.js";
import type { AuthorizationCode } from "./grants.js";
import { type OAuthError, oauthError } from "./oauth-answer.js";

/** Where the answer to an authorize request goes. While this is not known, an error is shown and not sent on (RFC 6749, 4.1.2.1). */
export interface Addressee {
  readonly client: OAuth2Client;
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** What a client asks for. */
export interface AuthorizeRequest {
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  readonly challenge: AuthorizationCode["challenge"];
  readonly prompts: readonly string[];
  /** Seconds since sign-in, at the most. */
  readonly maxAge: number | undefined;
}

export function findAddressee(
  parameters: ReadonlyMap<string, string>,
  clients: readonly OAuth2Client[],
): Addressee | OAuthError {
  const id = parameters.get("client_id");
  if (id === undefined) return oauthError("invalid_request", "Missing parameter, 'client_id'.");
  const client = clients.find(({ clientId }) => clientId === id);
  if (client === undefined)
    return oauthError("invalid_client", `No client ${JSON.stringify(id)} is declared in the world.`);
  const given = parameters.get("redirect_uri");
  const [only, ...others] = client.redirectUris;
  if (given === undefined && (only === undefined || others.length > 0)) {
    return oauthError("invalid_request", "Missing parameter, 'redirect_uri'.");
  }
  const redirectUri = given ?? only ?? "";
  if (!client.redirectUris.includes(redirectUri) || !URL.canParse(redirectUri)) {
    return oauthError("redirect_uri_mismatch", "The redirection URI provided does not match a pre-registered value.");
  }
  return { client, redirectUri, state: parameters.get("state") };
}

export function readAuthorizeRequest(
  parameters: ReadonlyMap<string, string>,
  { client }: Addressee,
): AuthorizeRequest | OAuthError {
  const type = parameters.get("response_type");
  if (type === undefined) return oauthError("invalid_request", "Missing parameter, 'response_type'.");
  if (type !== "code") return oauthError("unsupported_response_type", "Only the response type 'code' is served here.");
  const mode = parameters.get("response_mode");
  if (mode !== undefined && mode !== "query") {
    return oauthError("invalid_request", "Only the response mode 'query' is served here.");
  }
  for (const name of ["request", "request_uri"]) {
    if (parameters.has(name)) return oauthError(`${name}_not_supported`, `The parameter '${name}' is not served here.`);
  }
  const allowed = client.scopes ?? defaultScopes;
  const scopes = (parameters.get("scope") ?? allowed.join(" ")).split(" ").filter((scope) => scope !== "");
  const unknown = scopes.filter((scope) => !allowed.includes(scope));
  if (unknown.length > 0) {
    return oauthError("invalid_scope", `Unknown/invalid scope(s): [${unknown.join(", ")}]`);
  }
  const challenge = readChallenge(parameters, client);
  if (challenge !== undefined && "error" in challenge) return challenge;
  const prompts = (parameters.get("prompt") ?? "").split(" ").filter((prompt) => prompt !== "");
  const known = prompts.every((prompt) => ["none", "login", "consent"].includes(prompt));
  if (!known || (prompts.includes("none") && prompts.length > 1)) {
    return oauthError("invalid_request", "Invalid prompt parameter");
  }
  const maxAge = parameters.get("max_age");
  if (maxAge !== undefined && !/^\d{1,9}$/.test(maxAge))
    return oauthError("invalid_request", "Invalid max_age parameter");
  return {
    scopes: [...new Set(scopes)],
    nonce: parameters.get("nonce"),
    challenge,
    prompts,
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
  };
}

/** The proof of PKCE (RFC 7636). A client without a secret must send one. */
function readChallenge(
  parameters: ReadonlyMap<string, string>,
  client: OAuth2Client,
): AuthorizeRequest["challenge"] | OAuthError {
  const value = parameters.get("code_challenge");
  const method = parameters.get("code_challenge_method") ?? "plain";
  if (value === undefined) {
    if (client.clientSecret !== undefined && !parameters.has("code_challenge_method")) return undefined;
    return oauthError("invalid_request", "Missing parameter, 'code_challenge'");
  }
  if (method !== "plain" && method !== "S256") {
    return oauthError("invalid_request", "The code challenge method must be 'plain' or 'S256'.");
  }
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value)) {
    return oauthError("invalid_request", "The code challenge must have 43 to 128 letters, digits or '-._~'.");
  }
  return { method, value };
}
