import { type Addressee, type AuthorizeRequest, findAddressee, readAuthorizeRequest } from "./authorize-request.js";
import { consentPage } from "./consent-page.js";
import { isSameSecret, randomText } from "./digest.js";
import type { Grants } from "./grants.js";
import { errorAnswer, isOAuthError, type OAuthError, oauthError, redirect } from "./oauth-answer.js";
import type { OAuthHost, OAuthRequest, SignedInSession } from "./oauth-host.js";
import { readForm, readParameters } from "./parameters.js";

/** Milliseconds in which a code is to be exchanged: the platform's default. */
const codeLifetime = 120_000;

/**
 * The authorize endpoint. A GET asks; a POST brings the user's decision on the consent page, as `decision=allow` with
 * the session's token as `csrf`, and repeats the parameters.
 */
export async function authorize(asked: OAuthRequest, host: OAuthHost, grants: Grants): Promise<Response> {
  const { request, issuer, session } = asked;
  const query = readParameters(new URL(request.url).searchParams);
  const form = request.method === "POST" ? await readForm(request) : new Map<string, string>();
  if (isOAuthError(query)) return errorAnswer(query);
  if (isOAuthError(form)) return errorAnswer(form);
  const parameters = new Map([...query, ...form]);
  const addressee = findAddressee(parameters, host.clients);
  if (isOAuthError(addressee)) return errorAnswer(addressee);
  const sendError = ({ error, description }: OAuthError): Response =>
    sendOn(addressee, issuer, { error_description: description, error });

  const wanted = readAuthorizeRequest(parameters, addressee);
  if (isOAuthError(wanted)) return sendError(wanted);
  if (session === undefined || mustSignInAgain(wanted, session, host.now())) {
    if (wanted.prompts.includes("none")) return sendError(interactionRequired);
    return redirect(asked.loginPage(withoutLoginPrompt(request.url, parameters), { force: session !== undefined }));
  }
  const decision = parameters.get("decision");
  if (decision !== undefined) {
    if (!(await isSameSecret(parameters.get("csrf") ?? "", session.tokenId))) {
      return sendError(oauthError("access_denied", "The csrf parameter is not the token of the session."));
    }
    if (decision !== "allow")
      return sendError(oauthError("access_denied", "Resource Owner did not authorize the request"));
  } else if (addressee.client.impliedConsent === false || wanted.prompts.includes("consent")) {
    if (wanted.prompts.includes("none"))
      return sendError(oauthError("consent_required", "The request requires consent."));
    return consentPage(new URL(request.url).pathname, parameters, wanted.scopes, session);
  }
  return sendOn(addressee, issuer, {
    code: makeCode(addressee, wanted, session, issuer, host, grants),
    client_id: addressee.client.clientId,
  });
}

/** The words that the platform's SDKs know. */
const interactionRequired = oauthError(
  "interaction_required",
  "The request requires some interaction that is not allowed.",
);

function mustSignInAgain({ prompts, maxAge }: AuthorizeRequest, session: SignedInSession, now: number): boolean {
  if (prompts.includes("login")) return true;
  return maxAge !== undefined && now - session.authenticatedAt > maxAge * 1000;
}

/** Where the login page goes on to. The wish for a new sign-in is fulfilled by then, or it would be asked for without end. */
function withoutLoginPrompt(address: string, parameters: ReadonlyMap<string, string>): string {
  const target = new URL(address);
  target.search = new URLSearchParams([...parameters].filter(([name]) => name !== "max_age")).toString();
  const prompts = (parameters.get("prompt") ?? "").split(" ").filter((prompt) => prompt !== "login" && prompt !== "");
  if (prompts.length === 0) target.searchParams.delete("prompt");
  else target.searchParams.set("prompt", prompts.join(" "));
  return target.href;
}

function makeCode(
  { client, redirectUri }: Addressee,
  { scopes, nonce, challenge }: AuthorizeRequest,
  session: SignedInSession,
  issuer: string,
  host: OAuthHost,
  grants: Grants,
): string {
  const code = randomText();
  const grant = { id: randomText(), clientId: client.clientId, scopes, session, issuer, nonce };
  grants.codes.set(code, { grant, redirectUri, challenge }, host.now() + codeLifetime);
  return code;
}

function sendOn({ redirectUri, state }: Addressee, issuer: string, answer: Record<string, string>): Response {
  return redirect(redirectUri, { ...answer, state, iss: issuer });
}
