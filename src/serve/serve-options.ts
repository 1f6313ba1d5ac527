import type { ScriptHost } from "../runtime/script-host.js";
import type { Message } from "../runtime/world/outbox.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import type { RequestEntry } from "./request-entry.js";

/** Options of `createHandler`. Everything has a default. */
export interface ServeOptions {
  /**
   * The users, ESVs, templates and so on that journeys run in; its `realm` is the one that is served, `/alpha` by default. When a
   * function returns another one, everything begins anew in that one.
   */
  readonly world?: WorldOptions | (() => WorldOptions);
  /** The journey that runs when a request names none; `Login` by default, if there is one. */
  readonly defaultJourney?: string;
  /** Runs scripts; by default in a sandbox that is loaded at the first one. */
  readonly scripts?: ScriptHost;
  /** Origins whose pages may send requests, beside those of this machine: `https://app.example.com`. `any` allows all. */
  readonly origins?: readonly string[] | "any";
  /** Names of hosts that are answered, beside those of this machine: `tenant.example.com`. `any` allows all. */
  readonly hosts?: readonly string[] | "any";
  /** The name of the session cookie; `iPlanetDirectoryPro` by default. */
  readonly cookieName?: string;
  /** A clock in milliseconds since 1970 that the clocks of worlds run with; that of this machine by default. */
  readonly now?: () => number;
  /**
   * Delivers a mail that a journey has sent, such as to an SMTP catcher. Journeys do not wait for it. Where it rejects, the outbox and
   * the page show the message of the error.
   */
  readonly deliver?: (mail: Message) => Promise<void>;
  /** Told of each request when it has been answered. Where it throws, the answer goes out all the same, and the error is one that nobody has caught. */
  readonly onRequest?: (entry: RequestEntry) => void;
}
