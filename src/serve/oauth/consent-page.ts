import { escapedHtml, htmlPage } from "../html-page.js";
import type { SignedInSession } from "./oauth-host.js";

/** The page on which a user lets a client have what it asks for. It is a form that repeats the request. */
export function consentPage(
  path: string,
  parameters: ReadonlyMap<string, string>,
  scopes: readonly string[],
  { tokenId, userName }: SignedInSession,
): Response {
  const client = parameters.get("client_id") ?? "";
  const fields = [...parameters, ["csrf", tokenId] as const].map(
    ([name, value]) => `<input type="hidden" name="${escapedHtml(name)}" value="${escapedHtml(value)}">`,
  );
  const body = `<h1>${escapedHtml(client)} asks for your consent</h1>
<p>${escapedHtml(userName)}, it asks for:</p>
<ul>${scopes.map((scope) => `<li>${escapedHtml(scope)}</li>`).join("")}</ul>
<form method="post" action="${escapedHtml(path)}">
${fields.join("\n")}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`;
  return htmlPage(200, "Consent", body);
}
