import { CallStubs } from "./call-stubs.js";
import { Clock } from "./clock.js";
import { IdentityStore } from "./identity-store.js";
import type { NodeTurn } from "./node-turn.js";
import type { Message } from "./outbox.js";
import { OutcomeStubs } from "./outcome-stubs.js";
import { Random } from "./random.js";
import { schemaOf } from "./schema.js";
import { textInLanguage } from "./text-in-language.js";
import type { RequestOptions, SessionOptions, WorldOptions } from "./world-options.js";

/** Everything outside the journey that its nodes read and change. Several runs may use one world, one after another. */
export class World {
  readonly options: WorldOptions;
  readonly clock: Clock;
  readonly random: Random;
  readonly identities: IdentityStore;
  /** Sent messages, oldest first. */
  readonly outbox: Message[] = [];
  /** Lines logged by scripts, oldest first. */
  readonly log: LogEntry[] = [];
  /** What answers the calls of scripts, and the calls so far. */
  readonly calls: CallStubs;
  /** The outcomes of nodes that must not run. */
  readonly stubs: OutcomeStubs;
  /** Metrics that nodes have counted. */
  readonly metrics: Map<string, number>;
  /** The data of the present request. */
  request: RequestOptions;
  session: SessionOptions | undefined;
  /** Told of each turn of a node, by whoever watches. */
  onTurn: ((turn: NodeTurn) => void) | undefined;
  /** The world beside which this one is. */
  readonly #origin: World | undefined;
  #logged = 0;

  /** `parts` are taken in place of those that the options would make. */
  constructor(options: WorldOptions = {}, parts: WorldParts = {}) {
    this.options = options;
    this.clock = parts.clock ?? new Clock(options.now);
    this.random = parts.random ?? new Random(options.seed ?? 1);
    this.identities = parts.identities ?? new IdentityStore(schemaOf(options.schema), options.users ?? [], this.random);
    this.request = options.request ?? {};
    this.session = options.session;
    this.calls = parts.calls ?? new CallStubs(options);
    this.stubs = parts.stubs ?? new OutcomeStubs(options.stubs);
    this.metrics = parts.metrics ?? new Map();
    this.#origin = parts instanceof World ? parts : undefined;
  }

  /**
   * The same world for another request: users, clock and all else are shared, but the request, its session, the messages that are
   * sent and the lines that are logged are its own. Messages reach the outbox of this world too.
   */
  beside(request: RequestOptions, options: WorldOptions = this.options): World {
    const world = new World(options, this);
    world.request = request;
    return world;
  }

  /** Sends a message, which nobody delivers. */
  send(message: Message): void {
    this.outbox.push(message);
    this.#origin?.send(message);
  }

  /** Keeps a line of the log, up to a bound: a script that logs without end must not fill the memory. */
  addToLog(entry: LogEntry): void {
    const room = mostLogged - this.#logged;
    if (room <= 0 || this.log.length >= mostLines) return;
    const text = entry.text.length <= room ? entry.text : `${entry.text.slice(0, room)}…`;
    this.#logged += text.length;
    this.log.push(text === entry.text ? entry : { ...entry, text });
  }

  get realm(): string {
    return this.options.realm ?? "/alpha";
  }

  /** Languages of the present request, best first. */
  get languages(): readonly string[] {
    return this.request.locales ?? ["en"];
  }

  /** A localised text in the language of the request. */
  localise(texts: ReadonlyMap<string, string>): string | undefined {
    return textInLanguage(texts, this.languages);
  }

  /** The values of a request header; the name's case does not matter. */
  header(name: string): readonly string[] {
    return valuesOf(this.request.headers, (given) => given.toLowerCase() === name.toLowerCase());
  }

  queryParameter(name: string): readonly string[] {
    return valuesOf(this.request.query, (given) => given === name);
  }

  cookie(name: string): string | undefined {
    const { cookies } = this.request;
    return cookies && Object.hasOwn(cookies, name) ? cookies[name] : undefined;
  }

  /** Stores cookies, as a browser does, to send them with the next request. */
  setCookies(cookies: readonly { readonly name: string; readonly value: string }[]): void {
    if (cookies.length === 0) return;
    const set = cookies.map(({ name, value }) => [name, value] as const);
    this.request = { ...this.request, cookies: { ...this.request.cookies, ...Object.fromEntries(set) } };
  }

  /** The present world as data, from which another world can start. */
  inspect(): WorldOptions & { readonly outbox: readonly Message[] } {
    return {
      ...this.options,
      ...(!this.stubs.isEmpty && { stubs: this.stubs.all }),
      users: this.identities.all(),
      now: this.clock.now,
      seed: this.random.state,
      request: this.request,
      ...(this.session && { session: this.session }),
      outbox: [...this.outbox],
    };
  }
}

/** What worlds can share. */
export type WorldParts = Partial<Pick<World, "clock" | "random" | "identities" | "calls" | "stubs" | "metrics">>;

/** A line that a script has logged. */
export interface LogEntry {
  readonly level: "trace" | "debug" | "info" | "warn" | "error";
  readonly script: string;
  readonly text: string;
  /** Present where it is the simulation that warns, and not the script. */
  readonly warning?: { readonly line: number | undefined };
}

const mostLines = 10_000;
/** In characters. */
const mostLogged = 1_000_000;

function valuesOf(
  given: { readonly [name: string]: string | readonly string[] } | undefined,
  matches: (name: string) => boolean,
): readonly string[] {
  if (!given) return [];
  return Object.entries(given).flatMap(([name, value]) => (matches(name) ? value : []));
}
