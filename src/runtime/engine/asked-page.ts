import type { RequestOptions } from "../world/world-options.js";

/**
 * The page that a request asks to go to at the end, by `goto` or `gotoOnFail`; `undefined` for one on a server that neither has the
 * request nor is known: on the platform, the validation service would refuse it.
 */
export function askedPage(request: RequestOptions, parameter: string): string | undefined {
  const { query = {} } = request;
  const given = Object.hasOwn(query, parameter) ? query[parameter] : undefined;
  const asked = typeof given === "string" ? given : given?.[0];
  return asked !== undefined && asked !== "" && isKnown(asked, request) ? asked : undefined;
}

const anyServer = "http://server.invalid";

/** Whether browsers stay among the known servers: they read `/\host`, and `//host` with tabs in it, as another one. */
function isKnown(address: string, { serverUrl = anyServer, gotoOrigins }: RequestOptions): boolean {
  const own = originOf(serverUrl);
  const target = originOf(address, own);
  if (target === undefined) return false;
  if (target === own) return address.startsWith("/") || address.startsWith(`${own}/`);
  return gotoOrigins?.includes(target) === true;
}

/** The origin of an address of the web; `undefined` for anything else. */
function originOf(address: string, base = anyServer): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const { origin, protocol } = new URL(address, base);
  return protocol === "http:" || protocol === "https:" ? origin : undefined;
}
