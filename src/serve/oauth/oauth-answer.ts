const noStore = { "Cache-Control": "no-store", Pragma: "no-cache" };

/** An answer of the provider; none of them may be cached (RFC 6749, 5.1). */
export function oauthJson(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...noStore, ...headers } });
}

/** What is wrong with a request, in the words of OAuth 2.0. */
export interface OAuthError {
  readonly error: string;
  readonly description: string;
}

export function oauthError(error: string, description: string): OAuthError {
  return { error, description };
}

/** The error as the body of an answer (RFC 6749, 5.2). */
export function errorAnswer({ error, description }: OAuthError): Response {
  const body = { error_description: description, error };
  if (error !== "invalid_client" && error !== "invalid_token") return oauthJson(body, 400);
  const scheme = error === "invalid_client" ? "Basic" : "Bearer";
  return oauthJson(body, 401, { "WWW-Authenticate": `${scheme} error="${error}"` });
}

export function isOAuthError(value: object): value is OAuthError {
  return "error" in value && "description" in value;
}

/** Sends the browser on to an address with more query parameters; those without a value are left out. */
export function redirect(address: string, parameters: Record<string, string | undefined> = {}): Response {
  const target = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) target.searchParams.set(name, value);
  }
  return new Response(undefined, { status: 302, headers: { ...noStore, Location: target.href } });
}
