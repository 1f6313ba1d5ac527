import { idOf } from "../runtime/world/identity-store.js";
import type { World } from "../runtime/world/world.js";
import { type Endpoint, type Exchange, worldHeader } from "./exchange.js";
import type { SignedInSession } from "./oauth/oauth-host.js";
import { OAuthProvider } from "./oauth/oauth-provider.js";
import { SigningKey } from "./oauth/signing-key.js";
import { Refusal } from "./refusal.js";
import type { UserSession } from "./sessions.js";
import type { Tenant } from "./tenant.js";

/** `oauth2`: all endpoints of the OAuth 2.0 provider, which stands over the sessions of journeys. */
export const oauthEndpoint: Endpoint = { GET: answer, POST: answer };

async function answer(exchange: Exchange): Promise<Response> {
  const { address, request, session, tenant, url } = exchange;
  const endpoint = address.path.join("/");
  // A client that names its world by a header knows the provider without it.
  const path = request.headers.has(worldHeader) ? withoutWorld(url.pathname) : url.pathname;
  const answered = await providerOf(tenant).answer({
    request: request.method === "POST" ? await withText(exchange) : request,
    endpoint,
    issuer: `${url.origin}${path.slice(0, -endpoint.length - 1)}`,
    session: session && signedIn(session, tenant.world),
    loginPage(asked, { force }) {
      // The browser comes back from the page without the header.
      const { pathname, search } = new URL(asked);
      const goto = `${exchange.serverUrl}${withoutWorld(pathname)}${search}`;
      return `${exchange.serverUrl}/?${new URLSearchParams({ realm: tenant.realm, goto, ...(force && { ForceAuth: "true" }) })}`;
    },
  });
  if (answered === undefined) throw new Refusal(404, `Nothing is served at ${url.pathname}`);
  return answered;
}

/** The request with a body that has been read within bounds, and that the log keeps. */
async function withText(exchange: Exchange): Promise<Request> {
  const { method, headers, url } = exchange.request;
  return new Request(url, { method, headers, body: await exchange.readText() });
}

/** A path without the name of a world. */
function withoutWorld(pathname: string): string {
  return pathname.replace(/^\/+@[^/]*/, "");
}

const key = new SigningKey();
/** A new world has new codes and tokens. */
const providers = new WeakMap<World, OAuthProvider>();

function providerOf(tenant: Tenant): OAuthProvider {
  const { world, realm, sessions } = tenant;
  const known = providers.get(world);
  if (known) return known;
  const made = new OAuthProvider(
    {
      realm,
      clients: world.options.oauth2Clients ?? [],
      now: () => world.clock.now,
      endSession(handle) {
        const session = sessions.all().find(({ contextId }) => contextId === handle);
        if (session) sessions.end(session);
      },
      userOf: (id) => world.identities.get(id),
    },
    key,
  );
  providers.set(world, made);
  return made;
}

function signedIn({ contextId, tokenId, username, createdAt, authLevel }: UserSession, world: World): SignedInSession {
  const user = world.identities.findUser(username);
  const userId = user ? idOf(user) : username;
  return { handle: contextId, tokenId, userId, userName: username, authenticatedAt: createdAt, authLevel };
}
