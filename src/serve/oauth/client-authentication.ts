import type { OAuth2Client } from "../../runtime/world/world-options.js";
import { isSameSecret } from "./digest.js";
import { type OAuthError, oauthError } from "./oauth-answer.js";
import type { OAuthHost } from "./oauth-host.js";

const refused = oauthError("invalid_client", "Client authentication failed");

/** The client that sends a form: by HTTP Basic, by `client_id` and `client_secret`, or, if it is public, by `client_id` alone. */
export async function authenticateClient(
  request: Request,
  form: ReadonlyMap<string, string>,
  { clients }: OAuthHost,
): Promise<OAuth2Client | OAuthError> {
  const authorization = request.headers.get("Authorization");
  const given = authorization === null ? undefined : basicCredentials(authorization);
  if (authorization !== null && given === undefined) return refused;
  const id = given?.id ?? form.get("client_id");
  if (given !== undefined && (form.get("client_id") ?? id) !== id) return refused;
  const client = clients.find(({ clientId }) => clientId === id);
  if (client === undefined) return refused;
  if (client.clientSecret === undefined) return client;
  const secret = given?.secret ?? form.get("client_secret");
  return secret !== undefined && (await isSameSecret(secret, client.clientSecret)) ? client : refused;
}

/** Name and password are encoded as in a form before they become Basic credentials (RFC 6749, 2.3.1). */
function basicCredentials(header: string): { readonly id: string; readonly secret: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  try {
    const [id = "", ...rest] = atob(encoded).split(":").map(fromForm);
    return { id, secret: rest.join(":") };
  } catch {
    // Neither base64 nor an encoded form: there are no credentials.
    return undefined;
  }
}

function fromForm(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
