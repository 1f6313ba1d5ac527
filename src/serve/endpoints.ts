import type { Address, Area } from "./address.js";
import { authenticate } from "./authenticate/authenticate.js";
import type { Endpoint } from "./exchange.js";
import { oauthEndpoint } from "./oauth-endpoint.js";
import { serverInfo } from "./server-info.js";
import { sessionEndpoint } from "./session-endpoint.js";
import { identityProviderPage, phonesPage } from "./third-party-pages.js";

type Endpoints = { readonly [name: string]: Endpoint };

/** All endpoints, by area and by the first part of the path below it. */
const endpoints: { readonly [area in Area]: Endpoints } = {
  am: { authenticate, serverinfo: serverInfo, sessions: sessionEndpoint },
  oauth2: {
    ".well-known": oauthEndpoint,
    access_token: oauthEndpoint,
    authorize: oauthEndpoint,
    connect: oauthEndpoint,
    introspect: oauthEndpoint,
    token: oauthEndpoint,
    userinfo: oauthEndpoint,
  },
  openidm: {},
  control: { "identity-provider": identityProviderPage, phone: phonesPage },
  page: {},
};

/** Whether an area has an endpoint of this name. */
export function isEndpoint(area: Area, name: string): boolean {
  return Object.hasOwn(endpoints[area], name);
}

export function findEndpoint({ area, path }: Address): Endpoint | undefined {
  const name = path[0] ?? "";
  return isEndpoint(area, name) ? endpoints[area][name] : undefined;
}
