import type { World } from "../world/world.js";

/** What the endpoint answers to a link that was used, is too old, or never existed. */
export const linkNotFound =
  "org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.";

/** The link of a run that waits outside, and how long it is good for. */
export class Suspension {
  readonly #world: World;
  readonly #journey: string;
  #id: string | undefined;
  #uri: string | undefined;
  /** Milliseconds since 1970. */
  expires = 0;

  constructor(world: World, journey: string) {
    this.#world = world;
    this.#journey = journey;
  }

  /** The last link that a node has asked for; who holds it can resume. */
  get uri(): string | undefined {
    return this.#uri;
  }

  /** The link of the suspension to come. */
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

  /** Uses the link up; `false` where it is not the one that the run waits for, or comes too late. */
  use(uri: string): boolean {
    const id = /[?&]suspendedId=([^&]*)/.exec(uri)?.[1] ?? uri;
    const good = id === this.#id && this.#world.clock.now <= this.expires;
    if (good) this.#id = undefined;
    return good;
  }
}
