import { readRequestText } from "../request-text.js";
import { type OAuthError, oauthError } from "./oauth-answer.js";

/** The parameters of a query or form. None may be given twice (RFC 6749, 3.1), and an empty one counts as not given. */
export function readParameters(given: URLSearchParams): ReadonlyMap<string, string> | OAuthError {
  const parameters = new Map<string, string>();
  for (const [name, value] of given) {
    if (value === "") continue;
    if (parameters.has(name)) return oauthError("invalid_request", `The parameter ${name} is given twice.`);
    parameters.set(name, value);
  }
  return parameters;
}

/** The parameters of a posted form. */
export async function readForm(request: Request): Promise<ReadonlyMap<string, string> | OAuthError> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    return oauthError("invalid_request", "The body must be a form: application/x-www-form-urlencoded.");
  }
  return readParameters(new URLSearchParams(await readRequestText(request)));
}
