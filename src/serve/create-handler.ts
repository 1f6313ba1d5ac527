import { readAddress } from "./address.js";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { findEndpoint, isEndpoint } from "./endpoints.js";
import { type Answer, Exchange } from "./exchange.js";
import { HandlerState } from "./handler-state.js";
import { guardHost } from "./host-guard.js";
import type { JourneysToServe } from "./journeys.js";
import { Refusal } from "./refusal.js";
import { replyWithError } from "./reply.js";
import type { ServeOptions } from "./serve-options.js";

/** Answers requests. `client` tells what a server knows of the connection. It never rejects. */
export type Handler = (request: Request, client?: { readonly address?: string | undefined }) => Promise<Response>;

/**
 * Makes a handler that answers as the platform does, running the given journeys. It has no sockets, so it can be called by a server, a
 * service worker, or a test. With a function in place of the journeys, it serves what that returns at each request; clients on their way
 * through a journey that has changed in between begin anew.
 */
export function createHandler(
  journeys: JourneysToServe | (() => JourneysToServe),
  options: ServeOptions = {},
): Handler {
  const state = new HandlerState(typeof journeys === "function" ? journeys : () => journeys, options);
  return async (request, client) => {
    const url = new URL(request.url);
    const { hosts = [], origins = [] } = options;
    let cors = {};
    let exchange: Exchange | undefined;
    let defect: unknown;
    let answered: Answer;
    try {
      guardHost(url, hosts);
      cors = corsHeaders(request, url, origins);
      if (request.method === "OPTIONS") {
        answered = { status: 204, body: undefined, headers: preflightHeaders(request) };
      } else {
        exchange = openExchange(request, url, state, client?.address);
        answered = await respond(exchange);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) defect = error;
      answered =
        error instanceof Refusal
          ? replyWithError(error.status, error.message, error.detail)
          : replyWithError(500, "journeyc has a defect: the terminal shows it");
    }
    options.onRequest?.({
      at: (exchange?.tenant ?? state.tenant(undefined)).world.clock.now,
      method: request.method,
      path: `${url.pathname}${url.search}`,
      status: answered.status,
      ...(exchange?.tenant.name !== undefined && { world: exchange.tenant.name }),
      ...(exchange?.journey && { journey: exchange.journey }),
      ...(defect !== undefined && { defect }),
    });
    return responseOf(answered, cors);
  };
}

function openExchange(request: Request, url: URL, state: HandlerState, clientAddress: string | undefined): Exchange {
  const address = readAddress(url.pathname, isEndpoint);
  const tenant = state.tenant(address.world ?? request.headers.get(worldHeader) ?? undefined);
  return new Exchange({ request, url, address, tenant, state, clientAddress });
}

/** Names the isolated world that a request is for, where the path does not. */
const worldHeader = "x-journeyc-world";

async function respond(exchange: Exchange): Promise<Answer> {
  const { address, request, tenant, url } = exchange;
  const endpoint = findEndpoint(address);
  if (endpoint === undefined) throw new Refusal(404, `Nothing is served at ${url.pathname}`);
  if (address.area === "am" || address.area === "oauth2")
    guardRealm(exchange.query("realm") ?? address.realm, tenant.realm);
  const respondTo = Object.hasOwn(endpoint, request.method) ? endpoint[request.method] : undefined;
  if (respondTo === undefined) {
    throw new Refusal(405, `${request.method} is not supported here: ${Object.keys(endpoint).join(", ")}`);
  }
  return respondTo(exchange);
}

/** Clients that name no realm mean the root realm, which a laptop has no need of: its addresses lead to the realm that is served. */
function guardRealm(given: string, served: string): void {
  const realm = given.startsWith("/") ? given : `/${given}`;
  if (realm !== served && realm !== "/" && realm !== "/root") throw new Refusal(400, `Invalid realm, ${realm}`);
}

/** As the platform sends them. */
const usualHeaders = {
  "content-type": "application/json",
  "content-api-version": "resource=2.1",
  "cache-control": "no-cache, no-store, must-revalidate",
  expires: "0",
  pragma: "no-cache",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
};

function responseOf(answer: Answer, cors: { readonly [name: string]: string }): Response {
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(cors)) answer.headers.set(name, value);
    return answer;
  }
  const { status, body, headers, cookies = [] } = answer;
  const given = body === undefined ? { ...headers, ...cors } : { ...usualHeaders, ...headers, ...cors };
  const all: [string, string][] = [
    ...Object.entries(given),
    ...cookies.map((each): [string, string] => ["set-cookie", each]),
  ];
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: all });
}
