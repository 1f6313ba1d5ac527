import { isLoopback } from "./host-guard.js";
import { Refusal } from "./refusal.js";

type Headers = { readonly [name: string]: string };

const allowedHeaders = [
  "accept",
  "accept-api-version",
  "accept-language",
  "authorization",
  "cache-control",
  "content-type",
  "x-forgerock-transactionid",
  "x-openam-password",
  "x-openam-username",
  "x-requested-platform",
  "x-requested-with",
].join(",");

/**
 * The headers that let a page of another origin read the answer, and send cookies. Any origin of this machine may by default, and those
 * that are given; another one is refused. There are none for a request from the same origin, or from no page.
 */
export function corsHeaders(request: Request, url: URL, origins: readonly string[] | "any"): Headers {
  const origin = request.headers.get("origin");
  if (origin === null || origin === url.origin) return {};
  if (!isAllowedOrigin(origin, origins)) throw new Refusal(403, `The origin ${origin} may not send requests here`);
  return { "access-control-allow-origin": origin, "access-control-allow-credentials": "true", vary: "Origin" };
}

/** The further headers of the answer to a preflight. What a page asks for beyond the usual headers is allowed as well: its origin is. */
export function preflightHeaders(request: Request): Headers {
  const asked = request.headers.get("access-control-request-headers");
  return {
    "access-control-allow-methods": "GET,POST,PUT,PATCH,DELETE,OPTIONS",
    "access-control-allow-headers": asked === null || asked === "" ? allowedHeaders : `${allowedHeaders},${asked}`,
    "access-control-max-age": "600",
  };
}

/** Whether pages of an origin may send requests: those of this machine, and those that are given. */
export function isAllowedOrigin(origin: string, origins: readonly string[] | "any"): boolean {
  if (origins === "any" || origins.includes(origin)) return true;
  try {
    const { hostname, protocol } = new URL(origin);
    return isLoopback(hostname) && (protocol === "http:" || protocol === "https:");
  } catch {
    return false;
  }
}
