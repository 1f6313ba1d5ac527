import type { SetCookie } from "../runtime/action.js";

/** The cookies of a request, by name; the first one of a name counts. */
export function readCookies(header: string | null): { readonly [name: string]: string } {
  if (header === null) return {};
  const cookies = new Map<string, string>();
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(0, equals)).trim();
    if (name !== "" && !cookies.has(name)) cookies.set(name, part.slice(equals + 1).trim());
  }
  return Object.fromEntries(cookies);
}

/** The request that a cookie answers, and the path that cookies are to hold below: `/@test-1`, or nothing. */
interface CookieTarget {
  readonly url: URL;
  readonly cookieFolder: string;
}

/** What browsers take for a name, and for a value or attribute: other characters would end the cookie, or the header. */
const goodName = /^[!#$%&'*+\-.^_`|~\w]+$/;
const goodValue = /^[\x20-\x3a\x3c-\x7e]*$/;

/** The attributes of a cookie by the names that nodes give them. */
const attributeNames: { readonly [name: string]: string } = {
  domain: "Domain",
  path: "Path",
  maxAge: "Max-Age",
  secure: "Secure",
  httpOnly: "HttpOnly",
  sameSite: "SameSite",
};

/**
 * The text of a `Set-Cookie` header; `undefined` where the name or a value cannot be in one. A domain to which the host does not belong
 * is left out: browsers would refuse the cookie. A path is one below the folder.
 */
export function cookieHeader(
  { name, value, attributes }: SetCookie,
  { url, cookieFolder }: CookieTarget,
): string | undefined {
  if (!goodName.test(name) || !goodValue.test(value)) return undefined;
  const parts = [`${name}=${value}`];
  const all: SetCookie["attributes"] = { path: "/", ...attributes };
  for (const [key, set] of Object.entries(all)) {
    const written = Object.hasOwn(attributeNames, key) ? attributeNames[key] : undefined;
    if (written === undefined || set === false || set === "" || (key === "domain" && !belongsTo(url.hostname, set)))
      continue;
    const part = set === true ? written : `${written}=${key === "path" ? below(cookieFolder, String(set)) : set}`;
    if (!goodValue.test(part)) return undefined;
    parts.push(part);
  }
  return parts.join("; ");
}

/** A browser takes a cookie for other sites over https alone; on plain http it is one of this machine. */
export function sessionCookie(name: string, value: string, { url, cookieFolder }: CookieTarget): string {
  const secure = url.protocol === "https:" ? "; Secure; SameSite=None" : "";
  const ended = value === "" ? "; Max-Age=0" : "";
  return `${name}=${value}; Path=${below(cookieFolder, "/")}; HttpOnly${secure}${ended}`;
}

function below(folder: string, path: string): string {
  if (folder === "" || !path.startsWith("/")) return path;
  return path === "/" ? folder : `${folder}${path}`;
}

function belongsTo(host: string, domain: string | number | boolean): boolean {
  const bare = String(domain).replace(/^\./, "").toLowerCase();
  return host === bare || host.endsWith(`.${bare}`);
}

/** The cookie by which the platform's load balancer sends a client to the same server again: it comes with each step. */
export function balancerCookie(target: CookieTarget): string {
  return sessionCookie("amlbcookie", "01", target);
}
