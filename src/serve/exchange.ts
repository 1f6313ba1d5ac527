import type { NodeTurn } from "../runtime/world/node-turn.js";
import type { Address } from "./address.js";
import { readCookies } from "./cookies.js";
import type { HandlerState } from "./handler-state.js";
import type { Reply } from "./reply.js";
import type { JourneyEntry } from "./request-entry.js";
import { readRequestText } from "./request-text.js";
import type { UserSession } from "./sessions.js";
import type { Tenant } from "./tenant.js";

/** What an endpoint does with one method. */
export type Respond = (exchange: Exchange) => EndpointAnswer | Promise<EndpointAnswer>;

/** Most answers are JSON; a page, or a redirect of the browser, is made whole. */
export type EndpointAnswer = Reply | Response;

/** What an endpoint does, by method. */
export type Endpoint = { readonly [method: string]: Respond };

/** Names the isolated world that a request is for, where the path does not. */
export const worldHeader = "x-journeyc-world";

/** One request with all that endpoints need to answer it. */
export class Exchange {
  readonly request: Request;
  readonly url: URL;
  readonly address: Address;
  readonly tenant: Tenant;
  readonly state: HandlerState;
  readonly clientAddress: string | undefined;
  /** What the request made of a journey, for the log. */
  journey: JourneyEntry | undefined;
  /** The turns of nodes in this request. */
  readonly turns: NodeTurn[] = [];
  #text: string | undefined;
  #cookies: { readonly [name: string]: string } | undefined;

  constructor(facts: Pick<Exchange, "request" | "url" | "address" | "tenant" | "state" | "clientAddress">) {
    this.request = facts.request;
    this.url = facts.url;
    this.address = facts.address;
    this.tenant = facts.tenant;
    this.state = facts.state;
    this.clientAddress = facts.clientAddress;
  }

  /** What the request has sent, as far as it has been read. */
  get sent(): string | undefined {
    return this.#text;
  }

  /** Reads the body as text. */
  async readText(): Promise<string> {
    this.#text ??= await readRequestText(this.request);
    return this.#text;
  }

  /** The first value of a query parameter. */
  query(name: string): string | undefined {
    return this.url.searchParams.get(name) ?? undefined;
  }

  get cookies(): { readonly [name: string]: string } {
    this.#cookies ??= readCookies(this.request.headers.get("cookie"));
    return this.#cookies;
  }

  /** The token that the client presents as its session, and whether it does so as a cookie. */
  get presentedToken(): { readonly tokenId: string; readonly isCookie: boolean } | undefined {
    const { cookieName } = this.state;
    const cookie = Object.hasOwn(this.cookies, cookieName) ? this.cookies[cookieName] : undefined;
    if (cookie !== undefined && cookie !== "") return { tokenId: cookie, isCookie: true };
    const header = this.request.headers.get(cookieName);
    return header === null || header === "" ? undefined : { tokenId: header, isCookie: false };
  }

  /** The session that comes with the request, if it holds. */
  get session(): UserSession | undefined {
    const token = this.presentedToken;
    return token && this.tenant.sessions.find(token.tokenId);
  }

  /** The path that addresses of this server begin with: `/am`, and in an isolated world `/@test-1/am`, also where a header has named it. */
  get basePath(): string {
    return `${this.#worldPath}${this.address.base}`;
  }

  /** The origin with the name of an isolated world: `http://localhost:8080/@test-1`. Our own pages are below it. */
  get serverUrl(): string {
    return `${this.url.origin}${this.#worldPath}`;
  }

  /**
   * The path that cookies of this server hold below: `/@test-1` for a client that names its world in the path, so that worlds in one
   * browser do not sign each other's users out. A client that sends the name in a header asks at any path.
   */
  get cookieFolder(): string {
    return this.request.headers.has(worldHeader) ? "" : this.#worldPath;
  }

  get #worldPath(): string {
    const { name } = this.tenant;
    return name === undefined ? "" : `/@${name}`;
  }
}
