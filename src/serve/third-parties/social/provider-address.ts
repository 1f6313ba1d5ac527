import type { World } from "../../../runtime/world/world.js";

/** The path of the local identity provider, below the server's own. */
export const providerPath = "journeyc/identity-provider";

/** The address of the local identity provider, and the page that it sends the browser back to: the one that asks. */
export function providerAddress(
  world: World,
  parameters: { readonly provider?: string; readonly state?: string } = {},
): string {
  const { serverUrl = "" } = world.request;
  const [page = world.header("origin")[0] ?? serverUrl] = world.header("referer");
  return `${serverUrl}/${providerPath}?${new URLSearchParams({ ...parameters, redirect_uri: page })}`;
}
