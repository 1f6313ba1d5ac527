import { readAddress } from "./address.js";
import { checkOptions } from "./check-options.js";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { findEndpoint, isEndpoint } from "./endpoints.js";
import { type EndpointAnswer, Exchange, worldHeader } from "./exchange.js";
import { HandlerState } from "./handler-state.js";
import { guardHost } from "./host-guard.js";
import type { JourneysToServe } from "./journeys.js";
import { Refusal } from "./refusal.js";
import { type Reply, replyWithError } from "./reply.js";
import type { RequestEntry } from "./request-entry.js";
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
  checkOptions(journeys, options);
  const state = new HandlerState(typeof journeys === "function" ? journeys : () => journeys, options);
  return async (request, client) => {
    const url = new URL(request.url);
    const { hosts = [], origins = [] } = options;
    let cors = {};
    let exchange: Exchange | undefined;
    let defect: unknown;
    let answered: EndpointAnswer;
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
    const text = isWhole(answered) || answered.body === undefined ? undefined : JSON.stringify(answered.body);
    note(state, { request, url, exchange, answered, text, defect });
    const response = isWhole(answered) ? withHeaders(answered, cors) : responseOf(answered, text, cors);
    return request.method === "HEAD" ? withoutBody(response) : response;
  };
}

/** Whether an endpoint has made the response itself. */
function isWhole(answer: EndpointAnswer): answer is Response {
  return answer instanceof Response;
}

interface Noted {
  readonly request: Request;
  readonly url: URL;
  readonly exchange: Exchange | undefined;
  readonly answered: EndpointAnswer;
  readonly text: string | undefined;
  readonly defect: unknown;
}

/** The longest body that the log keeps, in characters. */
const longestKept = 20_000;

/** Tells those who listen of a request. Those of tests and of the page are not told: they would tell of themselves without end. */
function note(state: HandlerState, { request, url, exchange, answered, text, defect }: Noted): void {
  const { area } = exchange?.address ?? {};
  if (defect === undefined && (area === "control" || area === "page")) return;
  const tenant = exchange?.tenant ?? state.usual;
  const sent = exchange?.sent;
  const entry: RequestEntry = {
    id: state.nextEntry(),
    at: tenant.world.clock.now,
    method: request.method,
    path: `${url.pathname}${url.search}`,
    status: answered.status,
    ...(tenant.name !== undefined && { world: tenant.name }),
    ...(sent !== undefined && sent.length <= longestKept && { sent }),
    ...(text !== undefined && text.length <= longestKept && { received: text }),
    ...(exchange?.journey && { journey: exchange.journey }),
    ...(defect !== undefined && { defect }),
  };
  state.log.add(entry);
  tellListener(state.options.onRequest, entry);
}

/** A listener that throws has an error of its own: the answer goes out, and the error is reported as one that nobody has caught. */
function tellListener(listener: ServeOptions["onRequest"], entry: RequestEntry): void {
  try {
    listener?.(entry);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** To a HEAD, endpoints answer as to a GET. */
function openExchange(given: Request, url: URL, state: HandlerState, clientAddress: string | undefined): Exchange {
  const request = given.method === "HEAD" ? new Request(given.url, { headers: given.headers }) : given;
  const address = readAddress(url.pathname, isEndpoint);
  const tenant = state.tenant(address.world ?? request.headers.get(worldHeader) ?? undefined);
  return new Exchange({ request, url, address, tenant, state, clientAddress });
}

async function respond(exchange: Exchange): Promise<EndpointAnswer> {
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

type HeaderTable = { readonly [name: string]: string };

function responseOf({ status, headers, cookies = [] }: Reply, text: string | undefined, cors: HeaderTable): Response {
  const given = text === undefined ? { ...headers, ...cors } : { ...usualHeaders, ...headers, ...cors };
  // A plain object is sent by the server as it is; a list of pairs, which several cookies need, is not.
  if (cookies.length <= 1) {
    const [cookie] = cookies;
    return new Response(text ?? null, {
      status,
      headers: cookie === undefined ? given : { ...given, "set-cookie": cookie },
    });
  }
  const all: [string, string][] = [
    ...Object.entries(given),
    ...cookies.map((each): [string, string] => ["set-cookie", each]),
  ];
  return new Response(text ?? null, { status, headers: all });
}

function withHeaders(response: Response, headers: HeaderTable): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function withoutBody({ body, status, headers }: Response): Response {
  // Events would go on without end.
  void body?.cancel();
  return new Response(null, { status, headers });
}
