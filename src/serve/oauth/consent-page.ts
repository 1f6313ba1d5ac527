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
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Consent</title>
<style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { max-width: 28rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>${escaped(client)} asks for your consent</h1>
<p>${escaped(userName)}, it asks for:</p>
<ul>${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join("")}</ul>
<form method="post" action="${escaped(path)}">
${fields.join("\n")}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>
</html>
`;
  return new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  });
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
