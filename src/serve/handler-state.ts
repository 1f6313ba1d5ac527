import type { ScriptHost } from "../runtime/script-host.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { scriptSandbox } from "../simulate/scripts/script-sandbox.js";
import { Authentications } from "./authentications.js";
import { isAllowedOrigin } from "./cors.js";
import { Deliveries } from "./deliveries.js";
import { EventLog } from "./event-log.js";
import { type JourneysToServe, type ServedJourney, ServedJourneys } from "./journeys.js";
import { Refusal } from "./refusal.js";
import type { ServeOptions } from "./serve-options.js";
import { Tenant } from "./tenant.js";

const noWorld: WorldOptions = {};

/** Isolated worlds that are kept; beyond them, the one that was used longest ago goes. */
const mostTenants = 200;

/** Everything that a handler keeps from one request to the next. */
export class HandlerState {
  readonly options: ServeOptions;
  readonly scripts: ScriptHost;
  readonly cookieName: string;
  readonly authentications = new Authentications();
  readonly log = new EventLog();
  readonly deliveries: Deliveries;
  readonly #source: () => JourneysToServe;
  readonly #now: () => number;
  readonly #tenants = new Map<string, Tenant>();
  #usual: Tenant;
  #entries = 0;
  #journeys: ServedJourneys;
  #world: WorldOptions;

  constructor(source: () => JourneysToServe, options: ServeOptions) {
    this.options = options;
    this.scripts = options.scripts ?? scriptSandbox();
    this.deliveries = new Deliveries(options.deliver, () => this.log.noteDelivery());
    this.cookieName = options.cookieName ?? "iPlanetDirectoryPro";
    this.#source = source;
    this.#now = options.now ?? Date.now;
    this.#world = this.#givenWorld();
    this.#usual = new Tenant(undefined, this.#world, this.#now);
    this.#journeys = new ServedJourneys(source());
  }

  /** The journeys as they are now. */
  get journeys(): ServedJourneys {
    const source = this.#source();
    if (source !== this.#journeys.source) this.#journeys = new ServedJourneys(source);
    return this.#journeys;
  }

  /** The world that most requests are for, as it is: whether another one is given is not asked. */
  get usual(): Tenant {
    return this.#usual;
  }

  /** The world of that name, which begins as the usual one did. */
  tenant(name: string | undefined): Tenant {
    const given = this.#givenWorld();
    if (given !== this.#world) this.#beginIn(given);
    if (name === undefined) return this.#usual;
    if (!/^[\w.-]{1,64}$/.test(name)) {
      throw new Refusal(400, "The name of a world has up to 64 letters, digits, points, hyphens and underscores");
    }
    const tenant = this.#tenants.get(name) ?? new Tenant(name, this.#world, this.#now);
    // In the order of their last use.
    this.#tenants.delete(name);
    this.#tenants.set(name, tenant);
    const [oldest] = this.#tenants.values();
    if (oldest !== undefined && this.#tenants.size > mostTenants) this.forget(oldest);
    return tenant;
  }

  #givenWorld(): WorldOptions {
    const { world = noWorld } = this.options;
    return typeof world === "function" ? world() : world;
  }

  #beginIn(world: WorldOptions): void {
    this.#world = world;
    for (const tenant of this.#tenants.values()) this.forget(tenant);
    this.replaceWorld(this.#usual);
  }

  /** Lets a world begin anew, as another one or as it began. */
  replaceWorld(tenant: Tenant, world: WorldOptions = this.#world): void {
    this.dropAuthentications(tenant);
    tenant.replaceWorld(world);
  }

  /** Whether pages of an origin may send requests. */
  allowsOrigin(origin: string): boolean {
    return isAllowedOrigin(origin, this.options.origins ?? []);
  }

  /** The number of the next request. */
  nextEntry(): number {
    return ++this.#entries;
  }

  /** Drops a world and everything in it. */
  forget(tenant: Tenant): void {
    this.dropAuthentications(tenant);
    if (tenant.name !== undefined) this.#tenants.delete(tenant.name);
  }

  dropAuthentications(tenant: Tenant): void {
    for (const each of this.authentications.of(tenant)) this.authentications.drop(each);
  }

  /** The journey that runs when a request names none. */
  get defaultJourney(): ServedJourney | undefined {
    return this.findJourney(this.options.defaultJourney ?? "Login");
  }

  /** A journey that a client may start. */
  findJourney(id: string): ServedJourney | undefined {
    const { journeys } = this;
    const found = journeys.find(id);
    return found && journeys.whyNotStarted(found.journey) === undefined ? found : undefined;
  }
}
