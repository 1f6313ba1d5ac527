import type { JourneyRun } from "../runtime/journey-run.js";
import type { ServedJourney } from "./journeys.js";
import { randomId } from "./random-id.js";
import type { Tenant } from "./tenant.js";

/** A step that a client may answer, also again: its run stays where it is, and each answer is given to a copy. */
export interface KeptStep {
  /** The one-time key of the step's authId. */
  readonly otk: string;
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
  /** `goto` and `gotoOnFail` of the first request: later requests do not repeat them. */
  readonly targets: { readonly [parameter: string]: readonly string[] };
  readonly startedAt: number;
  /** The steps that can be answered, by their keys, oldest first. */
  readonly steps: Map<string, KeptStep>;
  /** Where it stands, whatever came of the last answer. */
  latest: JourneyRun | undefined;
}

/** Steps of one authentication that are kept: the first, to which login pages go back, and the latest ones. */
const mostSteps = 32;
/** What a step takes without what the client has sent. */
const stepBytes = 4_000;
/** The memory that all of them together may take. */
const mostBytes = 128_000_000;

/** All clients that are on their way. They expire; and when there are too many of them, the oldest go. */
export class Authentications {
  readonly #byId = new Map<string, Authentication>();
  /** The authentications whose link was not followed yet, by `suspendedId`. */
  readonly #suspended = new Map<string, { readonly authentication: Authentication; readonly step: KeptStep }>();
  #weight = 0;
  #sweepAt = 1000;

  /** Those of a tenant, oldest first. */
  of(tenant: Tenant): readonly Authentication[] {
    return [...this.#byId.values()].filter((each) => each.tenant === tenant);
  }

  start(facts: Pick<Authentication, "tenant" | "journey" | "index" | "targets">): Authentication {
    return { ...facts, id: randomId(), startedAt: facts.tenant.world.clock.now, steps: new Map(), latest: undefined };
  }

  find(tenant: Tenant, id: string): Authentication | undefined {
    const found = this.#byId.get(id);
    return found?.tenant === tenant ? found : undefined;
  }

  /** Keeps a step. `received` is the length of what the client has sent for it. */
  keep(authentication: Authentication, run: JourneyRun, received: number): KeptStep {
    const step: KeptStep = { otk: randomId(), run, weight: stepBytes + 2 * received };
    const { steps } = authentication;
    const [, second] = steps.size < mostSteps ? [] : steps.values();
    if (second !== undefined) this.#forget(authentication, second);
    steps.set(step.otk, step);
    this.#weight += step.weight;
    this.#byId.set(authentication.id, authentication);
    const suspendedId = run.status === "suspended" ? suspendedIdOf(run) : undefined;
    if (suspendedId !== undefined) this.#suspended.set(suspendedId, { authentication, step });
    this.#makeRoom(authentication);
    return step;
  }

  /** The step that a link belongs to. A link works once. */
  useLink(tenant: Tenant, suspendedId: string) {
    const found = this.#suspended.get(suspendedId);
    if (found?.authentication.tenant !== tenant) return undefined;
    this.#suspended.delete(suspendedId);
    return found;
  }

  drop(authentication: Authentication): void {
    this.#byId.delete(authentication.id);
    for (const step of authentication.steps.values()) this.#forget(authentication, step);
  }

  #forget({ steps }: Authentication, step: KeptStep): void {
    if (!steps.delete(step.otk)) return;
    this.#weight -= step.weight;
    const suspendedId = suspendedIdOf(step.run);
    if (suspendedId !== undefined && this.#suspended.get(suspendedId)?.step === step)
      this.#suspended.delete(suspendedId);
  }

  #makeRoom(kept: Authentication): void {
    if (this.#byId.size >= this.#sweepAt) {
      for (const each of this.#byId.values()) if (hasExpired(each)) this.drop(each);
      this.#sweepAt = Math.max(1000, 2 * this.#byId.size);
    }
    for (const oldest of this.#byId.values()) {
      if (this.#weight <= mostBytes) return;
      if (oldest !== kept) this.drop(oldest);
    }
  }
}

function hasExpired({ tenant, steps }: Authentication): boolean {
  const { now } = tenant.world.clock;
  return [...steps.values()].every(({ run }) => run.deadline < now);
}

function suspendedIdOf({ resumeUri }: JourneyRun): string | undefined {
  return resumeUri === undefined ? undefined : /[?&]suspendedId=([^&]*)/.exec(resumeUri)?.[1];
}
