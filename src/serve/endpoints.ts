import type { Address, Area } from "./address.js";
import { authenticate } from "./authenticate/authenticate.js";
import { clockControl } from "./control/clock.js";
import { eventsControl } from "./control/events.js";
import { journeysControl } from "./control/journeys.js";
import { outboxControl } from "./control/outbox.js";
import { pictureControl } from "./control/picture.js";
import { pushControl } from "./control/push.js";
import { requestsControl } from "./control/requests.js";
import { sessionsControl } from "./control/sessions.js";
import { stubsControl } from "./control/stubs.js";
import { worldControl } from "./control/world.js";
import type { Endpoint } from "./exchange.js";
import { oauthEndpoint } from "./oauth-endpoint.js";
import { config, info, ui } from "./openidm.js";
import { page, pageScriptFile, pageStyleFile } from "./page-files.js";
import { serverInfo } from "./server-info.js";
import { sessionEndpoint } from "./session-endpoint.js";
import { identityProviderPage, phonesPage } from "./third-party-pages.js";
import { users } from "./users.js";

type Endpoints = { readonly [name: string]: Endpoint };

/** All endpoints, by area and by the first part of the path below it. */
const endpoints: { readonly [area in Area]: Endpoints } = {
  am: { authenticate, serverinfo: serverInfo, sessions: sessionEndpoint, users },
  oauth2: {
    ".well-known": oauthEndpoint,
    access_token: oauthEndpoint,
    authorize: oauthEndpoint,
    connect: oauthEndpoint,
    introspect: oauthEndpoint,
    token: oauthEndpoint,
    userinfo: oauthEndpoint,
  },
  openidm: { info, ui, config },
  control: {
    clock: clockControl,
    events: eventsControl,
    "identity-provider": identityProviderPage,
    journeys: journeysControl,
    outbox: outboxControl,
    phone: phonesPage,
    picture: pictureControl,
    push: pushControl,
    requests: requestsControl,
    sessions: sessionsControl,
    stubs: stubsControl,
    world: worldControl,
  },
  page: { "": page, am: page, XUI: page, "page.css": pageStyleFile, "page.js": pageScriptFile },
};

/** Whether an area has an endpoint of this name. */
export function isEndpoint(area: Area, name: string): boolean {
  return Object.hasOwn(endpoints[area], name);
}

export function findEndpoint({ area, path }: Address): Endpoint | undefined {
  const name = path[0] ?? "";
  return isEndpoint(area, name) ? endpoints[area][name] : undefined;
}
