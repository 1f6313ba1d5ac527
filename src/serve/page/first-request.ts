/** What an address asks of the page when it is opened. */
export type FirstRequest =
  | { readonly kind: "start"; readonly journey: string | undefined; readonly query: URLSearchParams }
  | { readonly kind: "resume" | "come back"; readonly query: URLSearchParams }
  | { readonly kind: "sign out" };

/**
 * Reads an address as the platform's login page does: links of mails, journeys by `authIndexValue`, `service` or `#/service/…`, and, where
 * the platform has its login page, the journey of the realm; `#logout` ends the session. `undefined` where somebody only looks at the page.
 */
export function firstRequest({
  pathname,
  search,
  hash,
}: Pick<URL, "pathname" | "search" | "hash">): FirstRequest | undefined {
  const query = new URLSearchParams(search);
  if (/^#\/?logout(?:[/?&]|$)/.test(hash)) return { kind: "sign out" };
  if (query.has("suspendedId")) return { kind: "resume", query };
  if (query.has("code") && query.has("state")) return { kind: "come back", query };
  const [, named] = /^#\/?service\/([^?&]+)/.exec(hash) ?? [];
  const journey = query.get("authIndexValue") ?? query.get("service") ?? (named && decodeURIComponent(named));
  const isLoginPage = query.has("goto") || /\/XUI\/?$/.test(pathname);
  query.delete("service");
  return journey !== undefined || isLoginPage ? { kind: "start", journey: journey ?? undefined, query } : undefined;
}

/** The address to go on to after sign-in: what the page was asked for with `goto`, if the server has agreed to it. */
export function nextAddress(
  { search, href }: Pick<URL, "search" | "href">,
  successUrl: string | undefined,
): string | undefined {
  const goto = new URLSearchParams(search).get("goto");
  return goto !== null && goto === successUrl ? new URL(goto, href).href : undefined;
}
