import type { World } from "../world/world.js";

/** The endpoint's message for a link that was used before, has expired, or never existed. */
export const linkNotFound =
  "org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.";

/** The link of a suspended run, and the time until it expires. */
export class Suspension {
  readonly #world: World;
  readonly #journey: string;
  #id: string | undefined;
  #uri: string | undefined;
  /** Time at which the link expires, in milliseconds since 1970. */
  expires = 0;

  constructor(world: World, journey: string, origin?: Suspension) {
    this.#world = world;
    this.#journey = journey;
    if (!origin) return;
    this.#id = origin.#id;
    this.#uri = origin.#uri;
    this.expires = origin.expires;
  }

  /** The last link that a node has asked for; whoever holds it can resume the journey. */
  get uri(): string | undefined {
    return this.#uri;
  }

  /** The link for the next suspension; the same link until that has been used. */
  prepareUri(): string {
    if (this.#id === undefined || this.#uri === undefined) {
      this.#id = this.#world.random.uuid();
      const base = this.#world.options.urls?.base ?? "https://localhost/am/XUI";
      const query = [
        ["realm", this.#world.realm],
        ["authIndexType", "service"],
        ["authIndexValue", this.#journey],
        ["suspendedId", this.#id],
      ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? "").replaceAll("%2F", "/")}`);
      this.#uri = `${base}/?${query.join("&")}`;
    }
    return this.#uri;
  }

  begin(minutes: number | undefined): void {
    const allowed = minutes ?? this.#world.options.times?.suspendedMinutes ?? 1440;
    this.expires = this.#world.clock.now + allowed * 60_000;
  }

  /** Uses up the link. Returns `false` when it is another link or has expired. */
  use(uri: string): boolean {
    const id = /[?&]suspendedId=([^&]*)/.exec(uri)?.[1] ?? uri;
    const good = id === this.#id && this.#world.clock.now <= this.expires;
    if (good) this.#id = undefined;
    return good;
  }
}
