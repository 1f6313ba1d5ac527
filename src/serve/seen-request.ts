import type { RequestOptions } from "../runtime/world/world-options.js";
import type { Exchange } from "./exchange.js";
import { readLanguages } from "./languages.js";

type Values = { readonly [name: string]: readonly string[] };

/**
 * A request as nodes and scripts see it. Most look at none of it, so it is taken apart only when somebody does. What the world says of
 * every request is there too, where the request says nothing else.
 */
export class SeenRequest implements RequestOptions {
  readonly noSession: boolean;
  readonly serverUrl: string;
  readonly clientIp?: string;
  readonly #exchange: Exchange;
  readonly #usual: RequestOptions;
  /** Query parameters of the first request, which later ones do not repeat. */
  readonly #kept: Values;
  #locales: readonly string[] | undefined;

  constructor(exchange: Exchange, kept: Values) {
    this.#exchange = exchange;
    this.#kept = kept;
    this.#usual = exchange.tenant.world.options.request ?? {};
    this.noSession = exchange.query("noSession") === "true" || this.#usual.noSession === true;
    this.serverUrl = exchange.serverUrl;
    // The address of a laptop says nothing: one that the world gives is meant.
    const address = this.#usual.clientIp ?? exchange.clientAddress;
    if (address !== undefined) this.clientIp = address;
  }

  get headers(): NonNullable<RequestOptions["headers"]> {
    const given = [...this.#exchange.request.headers].map(([name, value]) => [name, [value]] as const);
    return { ...this.#usual.headers, ...Object.fromEntries(given) };
  }

  get cookies(): NonNullable<RequestOptions["cookies"]> {
    return { ...this.#usual.cookies, ...this.#exchange.cookies };
  }

  get query(): NonNullable<RequestOptions["query"]> {
    const { searchParams } = this.#exchange.url;
    const given = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)] as const);
    return { ...this.#usual.query, ...this.#kept, ...Object.fromEntries(given) };
  }

  /** Of the pages that the request asks for, those may be gone to whose origins may send requests here. */
  get gotoOrigins(): readonly string[] {
    const { state } = this.#exchange;
    const asked = [this.query.goto, this.query.gotoOnFail].flatMap((given = []) => given);
    const origins = asked.flatMap((address) => (URL.canParse(address) ? new URL(address).origin : []));
    return [...(this.#usual.gotoOrigins ?? []), ...origins.filter((origin) => state.allowsOrigin(origin))];
  }

  get locales(): readonly string[] {
    this.#locales ??= this.#readLocales();
    return this.#locales;
  }

  #readLocales(): readonly string[] {
    const { request } = this.#exchange;
    const asked = readLanguages(this.#exchange.query("locale") ?? null, request.headers.get("accept-language"));
    return asked.length > 0 ? asked : (this.#usual.locales ?? ["en"]);
  }
}
