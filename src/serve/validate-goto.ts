import type { Exchange } from "./exchange.js";

/**
 * Where a client may go after success. As for `goto` of a journey, a path of this server may be given; so may an address of an origin whose
 * pages may send requests here, which stands for the platform's validation service. Otherwise it is the realm's own.
 */
export function validateGoto(
  given: string,
  { url, state, tenant }: Pick<Exchange, "url" | "state" | "tenant">,
): string {
  try {
    const { origin, protocol } = new URL(given, url.origin);
    const isWeb = protocol === "http:" || protocol === "https:";
    if (given !== "" && isWeb && (origin === url.origin || state.allowsOrigin(origin))) return given;
  } catch {
    // No address at all.
  }
  return tenant.successUrl;
}
