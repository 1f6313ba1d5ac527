import type { RunSession } from "../runtime/run.js";
import type { Clock } from "../runtime/world/clock.js";
import { randomId } from "./random-id.js";

const minute = 60_000;
/** The platform's own limits, in minutes. */
const usualMaxSession = 120;
const usualMaxIdle = 30;
/** The sessions of one world that are kept; beyond them the oldest goes. */
const mostSessions = 10_000;

/** A session that a journey has made. Times are in milliseconds since 1970. */
export interface UserSession extends Omit<RunSession, "maxSessionTime" | "maxIdleTime"> {
  readonly tokenId: string;
  /** The platform's id of the session that may be shown: the property `AMCtxId`. */
  readonly contextId: string;
  /** The journey that made it. */
  readonly journey: string;
  readonly createdAt: number;
  readonly expires: number;
  readonly idleMilliseconds: number;
  latestAccess: number;
}

/** The sessions of one world. */
export class Sessions {
  readonly #clock: Clock;
  readonly #byToken = new Map<string, UserSession>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The sessions that hold now, oldest first. */
  all(): readonly UserSession[] {
    return [...this.#byToken.keys()].flatMap((tokenId) => this.find(tokenId) ?? []);
  }

  create({ maxSessionTime, maxIdleTime, ...facts }: RunSession, journey: string): UserSession {
    const { now } = this.#clock;
    const session: UserSession = {
      ...facts,
      tokenId: `${randomId()}.*${randomId().slice(0, 8)}*`,
      contextId: crypto.randomUUID(),
      journey,
      createdAt: now,
      expires: now + (maxSessionTime ?? usualMaxSession) * minute,
      idleMilliseconds: (maxIdleTime ?? usualMaxIdle) * minute,
      latestAccess: now,
    };
    this.#byToken.set(session.tokenId, session);
    for (const oldest of this.#byToken.keys()) {
      if (this.#byToken.size <= mostSessions) break;
      this.#byToken.delete(oldest);
    }
    return session;
  }

  /** Finds a session that has not expired. */
  find(tokenId: string): UserSession | undefined {
    const session = this.#byToken.get(tokenId);
    if (session === undefined) return undefined;
    const { now } = this.#clock;
    if (now <= session.expires && now <= session.latestAccess + session.idleMilliseconds) return session;
    this.#byToken.delete(tokenId);
    return undefined;
  }

  /** The owner has done something, so the idle time begins again. */
  touch(session: UserSession): void {
    session.latestAccess = this.#clock.now;
  }

  end(session: UserSession): void {
    this.#byToken.delete(session.tokenId);
  }
}
