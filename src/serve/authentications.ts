import type { JourneyRun } from "../runtime/journey-run.js";
import { makeAuthId } from "./auth-id.js";
import type { ServedJourney } from "./journeys.js";
import { randomId } from "./random-id.js";
import type { Tenant } from "./tenant.js";

/** A step that a client may answer, also again: its run stays where it is, and each answer is given to a copy. */
export interface KeptStep {
  readonly authId: string;
  readonly authentication: Authentication;
  readonly run: JourneyRun;
  /** About how much memory it takes, in bytes. */
  readonly weight: number;
}

/**
 * A client on its way through a journey, from the first step on: what the platform calls an authentication session. It outlives the
 * end of the journey, since clients go back to earlier steps.
 */
export interface Authentication {
  readonly id: string;
  readonly tenant: Tenant;
  readonly journey: ServedJourney;
  /** What the client has asked for at the beginning, as its authId repeats it; nothing for the default journey. */
  readonly index: { readonly authIndexType?: string; readonly authIndexValue?: string };
  /** Parameters of the first request that later ones do not repeat, such as `goto`. */
  readonly kept: { readonly [parameter: string]: readonly string[] };
  readonly startedAt: number;
  /** The steps that can be answered, oldest first. */
  readonly steps: KeptStep[];
  /** Where it stands, whatever came of the last answer. */
  latest: JourneyRun | undefined;
}

/** Steps of one authentication that are kept: the first, to which login pages go back, and the latest ones. */
const mostSteps = 32;
/** What a step takes without what the client has sent. */
const stepBytes = 6_000;
/** The memory that all of them together may take: five thousand steps. */
const mostBytes = 30_000_000;
const roomBytes = 1_000_000;

/** All clients that are on their way. They expire; and when there are too many of them, those go that nobody has used for longest. */
export class Authentications {
  /** In the order of their last use. */
  readonly #all = new Set<Authentication>();
  readonly #steps = new Map<string, KeptStep>();
  /** The steps whose link was not followed yet, by `suspendedId`. */
  readonly #suspended = new Map<string, KeptStep>();
  #weight = 0;
  #sweepAt = 1000;

  /** Those of a tenant; the one that was used last comes last. */
  of(tenant: Tenant): readonly Authentication[] {
    return [...this.#all].filter((each) => each.tenant === tenant);
  }

  start(facts: Pick<Authentication, "tenant" | "journey" | "index" | "kept">): Authentication {
    return { ...facts, id: randomId(), startedAt: facts.tenant.world.clock.now, steps: [], latest: undefined };
  }

  /** The step with this authId, if it is still known. */
  findStep(tenant: Tenant, authId: string): KeptStep | undefined {
    const found = this.#steps.get(authId);
    return found?.authentication.tenant === tenant ? found : undefined;
  }

  /** Keeps a step, under an authId of its own. `received` is the length of what the client has sent for it. */
  keep(authentication: Authentication, run: JourneyRun, received: number): KeptStep {
    const authId = authIdOf(authentication, run);
    const step: KeptStep = { authId, authentication, run, weight: stepBytes + 2 * received };
    const { steps } = authentication;
    const second = steps.length < mostSteps ? undefined : steps[1];
    if (second !== undefined) this.#forget(second);
    steps.push(step);
    this.#steps.set(authId, step);
    this.#weight += step.weight;
    this.#all.delete(authentication);
    this.#all.add(authentication);
    const suspendedId = run.status === "suspended" ? suspendedIdOf(run) : undefined;
    if (suspendedId !== undefined) this.#suspended.set(suspendedId, step);
    this.#makeRoom(authentication);
    return step;
  }

  /** The step that a link belongs to. A link works once. */
  useLink(tenant: Tenant, suspendedId: string): KeptStep | undefined {
    const found = this.#suspended.get(suspendedId);
    if (found?.authentication.tenant !== tenant) return undefined;
    this.#suspended.delete(suspendedId);
    return found;
  }

  drop(authentication: Authentication): void {
    this.#all.delete(authentication);
    for (const step of [...authentication.steps]) this.#forget(step);
  }

  #forget(step: KeptStep): void {
    if (!this.#steps.delete(step.authId)) return;
    const { steps } = step.authentication;
    steps.splice(steps.indexOf(step), 1);
    this.#weight -= step.weight;
    const suspendedId = suspendedIdOf(step.run);
    if (suspendedId !== undefined && this.#suspended.get(suspendedId) === step) this.#suspended.delete(suspendedId);
  }

  #makeRoom(kept: Authentication): void {
    if (this.#all.size >= this.#sweepAt) {
      for (const each of this.#all) if (hasExpired(each)) this.drop(each);
      this.#sweepAt = Math.max(1000, 2 * this.#all.size);
    }
    if (this.#weight <= mostBytes) return;
    // Some room is made at once: to begin with the oldest again and again costs more the more of them have gone.
    for (const oldest of this.#all) {
      if (this.#weight <= mostBytes - roomBytes) return;
      if (oldest !== kept) this.drop(oldest);
    }
  }
}

function authIdOf({ id, index, tenant }: Authentication, run: JourneyRun): string {
  const { authIndexType, authIndexValue } = index;
  return makeAuthId({
    ...(authIndexValue !== undefined && { authIndexValue }),
    otk: randomId(),
    ...(authIndexType !== undefined && { authIndexType }),
    realm: tenant.realm,
    sessionId: id,
    exp: Math.floor(run.deadline / 1000),
    iat: Math.floor(tenant.world.clock.now / 1000),
  });
}

function hasExpired({ tenant, steps }: Authentication): boolean {
  const { now } = tenant.world.clock;
  return steps.every(({ run }) => run.deadline < now);
}

function suspendedIdOf({ resumeUri }: JourneyRun): string | undefined {
  return resumeUri === undefined ? undefined : /[?&]suspendedId=([^&]*)/.exec(resumeUri)?.[1];
}
