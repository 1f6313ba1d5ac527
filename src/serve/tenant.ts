import { Clock } from "../runtime/world/clock.js";
import { Random } from "../runtime/world/random.js";
import { World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { Sessions } from "./sessions.js";

/** Messages of one world that are kept; beyond them the oldest go. */
const mostMessages = 1000;

/** A world with everything that has happened in it. Each isolated test has its own. */
export class Tenant {
  /** The name in the path or header; `undefined` for the one that all others use. */
  readonly name: string | undefined;
  readonly #timeSource: () => number;
  #lastOptions: RequestWorld | undefined;
  world: World;
  sessions: Sessions;

  constructor(name: string | undefined, options: WorldOptions, timeSource: () => number) {
    this.name = name;
    this.#timeSource = timeSource;
    this.world = this.#begin(options);
    this.sessions = new Sessions(this.world.clock);
  }

  get realm(): string {
    return this.world.realm;
  }

  /** Where the realm sends its users after success. */
  get successUrl(): string {
    return this.world.options.urls?.success ?? `/enduser/?realm=${this.realm}`;
  }

  /** The world as requests see it whose mailed links lead to `linkBase`, and whose mails have these templates, unless it says otherwise. */
  optionsFor(linkBase: string, templates: NonNullable<WorldOptions["emailTemplates"]>): WorldOptions {
    const last = this.#lastOptions;
    const { options } = this.world;
    if (last?.from === options && last.linkBase === linkBase && last.templates === templates) return last.options;
    const made = {
      ...options,
      urls: { base: linkBase, ...options.urls },
      emailTemplates: { ...templates, ...options.emailTemplates },
    };
    this.#lastOptions = { from: options, linkBase, templates, options: made };
    return made;
  }

  /** Begins anew with another world: users, messages and sessions are gone. */
  replaceWorld(options: WorldOptions): void {
    this.world = this.#begin(options);
    this.sessions = new Sessions(this.world.clock);
  }

  /** Drops the oldest messages where there are too many. */
  trimOutbox(): void {
    const { outbox } = this.world;
    if (outbox.length > mostMessages) outbox.splice(0, outbox.length - mostMessages);
  }

  /** Links and codes are to be guessed by nobody, unless the world asks for the same ones each time. */
  #begin(options: WorldOptions): World {
    const clock = new Clock(options.now, this.#timeSource);
    const seed = options.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
    return new World(options, { clock, random: new Random(seed) });
  }
}

/** What `optionsFor` has made last: most requests ask for the same. */
interface RequestWorld {
  readonly from: WorldOptions;
  readonly linkBase: string;
  readonly templates: object;
  readonly options: WorldOptions;
}
