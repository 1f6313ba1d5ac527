import { journeyMachine } from "../../machine/journey-machine.js";
import type { Journey, Model } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import { type Run, RunError } from "../../runtime/run.js";
import type { ScriptHost } from "../../runtime/script-host.js";
import type { StubAnswer, WorldOptions } from "../../runtime/world/world-options.js";
import { startRun } from "../../simulate/start-run.js";
import type { Json } from "../../text/json.js";
import type { PlannedPath, PlannedStep } from "./choose-paths.js";
import { type Guise, guessInputs, guises, knownUser } from "./guess-inputs.js";

/** What a user does on the way. */
export type Act =
  | { readonly kind: "submit"; readonly node: string; readonly inputs: Record<string, Json> }
  | { readonly kind: "resume"; readonly node: string };

/** A planned path, and how a run comes along it. */
export interface DrivenPath {
  readonly path: PlannedPath;
  /** Nodes that are decided for the run, in the order of the path. */
  readonly stubs: readonly { readonly step: PlannedStep; readonly state: StubAnswer["shared"] }[];
  readonly acts: readonly Act[];
  /** What shared state begins with. */
  readonly state: { readonly [key: string]: Json } | undefined;
}

export interface DriveSurroundings {
  readonly model: Model;
  readonly world: WorldOptions;
  readonly scripts?: ScriptHost | undefined;
}

/** Attempts in which one node after the other is given up; then all the rest is decided at once. */
const attemptCap = 24;

/** Answers to one question before it is given up: some nodes ask twice. */
const answersCap = 2;

/**
 * Finds inputs that bring a run along a path. A node that does not leave as planned is decided by a stub; of several
 * kinds of users, the one is taken with whom the fewest nodes need it. `undefined`: not even stubs do it.
 */
export async function drivePath(
  path: PlannedPath,
  journey: Journey,
  surroundings: DriveSurroundings,
): Promise<DrivenPath | undefined> {
  let best: DrivenPath | undefined;
  for (const guise of guises) {
    const driven = await new Driver(path, journey, surroundings, guise).drive();
    if (driven && (!best || driven.stubs.length < best.stubs.length)) best = driven;
    if (best?.stubs.every(({ step }) => alwaysStubbed(journey, step.node))) return best;
  }
  return best;
}

class Driver {
  readonly #path: PlannedPath;
  readonly #journey: Journey;
  readonly #surroundings: DriveSurroundings;
  readonly #guise: Guise;
  readonly #stubbed = new Set<string>();
  /** Who is signed on: without a user, success makes no session. First shared state says it, then the last stub. */
  #signOn: "nobody" | "state" | "stub" = "nobody";

  constructor(path: PlannedPath, journey: Journey, surroundings: DriveSurroundings, guise: Guise) {
    this.#path = path;
    this.#journey = journey;
    this.#surroundings = surroundings;
    this.#guise = guise;
    if (guise === "recognised") this.#signOn = "state";
    for (const { node } of path.steps) if (alwaysStubbed(journey, node)) this.#stubbed.add(node);
  }

  async drive(): Promise<DrivenPath | undefined> {
    for (let attempt = 0; ; attempt++) {
      if (attempt === attemptCap) for (const { node } of this.#path.steps) this.#stubbed.add(node);
      const acts: Act[] = [];
      const stray = await this.#attempt(acts);
      if (stray === undefined) return { path: this.#path, stubs: this.#stubs(), acts, state: this.#state() };
      if (stray === noUser) {
        if (this.#signOn === "stub") return undefined;
        this.#signOn = this.#signOn === "nobody" ? "state" : "stub";
        if (this.#signOn === "stub") this.#stubbed.add(lastOf(this.#path).node);
      } else if (this.#stubbed.has(stray)) {
        return undefined;
      } else {
        this.#stubbed.add(stray);
      }
    }
  }

  /** The node that did not do as planned; `undefined` where all did. */
  async #attempt(acts: Act[]): Promise<string | typeof noUser | undefined> {
    const { world } = this.#surroundings;
    const run = await startRun(this.#journey, {
      ...this.#surroundings,
      state: this.#state() ?? {},
      world: { ...world, users: [...(world.users ?? []), knownUser], stubs: this.#stubOptions() },
    });
    let asked = 0;
    for (let stops = 0; ; stops++) {
      const stray = this.#strayOf(run);
      if (stray !== undefined) return stray;
      if (run.status === "success" || run.status === "failure") return this.#endedWrongly(run);
      const step = this.#path.steps[run.path.length - 1];
      if (!step || (run.status !== "waiting" && run.status !== "suspended"))
        return step?.node ?? lastOf(this.#path).node;
      asked = acts.at(-1)?.node === step.node ? asked + 1 : 0;
      if (asked > answersCap || stops > this.#path.steps.length * answersCap) return step.node;
      const act = this.#actAt(run, step);
      acts.push(act);
      try {
        await (act.kind === "resume" ? run.resume() : run.submit(act.node, act.inputs as never));
      } catch (error) {
        if (!(error instanceof RunError)) throw error;
        return step.node;
      }
    }
  }

  #actAt(run: Run, step: PlannedStep): Act {
    if (run.status === "suspended" || !run.step) return { kind: "resume", node: step.node };
    const state = journeyMachine(this.#journey).states[step.node];
    const meta = state && "meta" in state ? state.meta : undefined;
    const isPage = (meta?.children?.length ?? 0) > 0;
    const wanted =
      meta && Object.hasOwn(meta.outcomes, step.outcome) ? meta.outcomes[step.outcome]?.displayName : undefined;
    const inputs = guessInputs(run.step, step.node, isPage, this.#guise, wanted ?? step.outcome);
    return { kind: "submit", node: step.node, inputs };
  }

  /** The first node of the run's way that has left the plan. */
  #strayOf({ path, status, problem }: Run): string | undefined {
    for (const [index, { node, outcome }] of path.entries()) {
      const planned = this.#path.steps[index];
      if (planned?.node !== node) return this.#path.steps[index - 1]?.node ?? lastOf(this.#path).node;
      if (outcome !== undefined && outcome !== planned.outcome) return node;
    }
    if (status === "error" || status === "stub") return path.at(-1)?.node ?? problem?.node ?? lastOf(this.#path).node;
    return undefined;
  }

  #endedWrongly(run: Run): string | typeof noUser | undefined {
    const { steps, end } = this.#path;
    if (run.path.length !== steps.length) return run.path.at(-1)?.node ?? lastOf(this.#path).node;
    if (run.status === end) return undefined;
    return end === "success" ? noUser : lastOf(this.#path).node;
  }

  #state(): DrivenPath["state"] {
    return this.#signOn === "state" ? signedOn : undefined;
  }

  #stubs(): DrivenPath["stubs"] {
    const { steps } = this.#path;
    return steps.flatMap((step, index) => {
      if (!this.#stubbed.has(step.node)) return [];
      return [{ step, state: this.#signOn === "stub" && index === steps.length - 1 ? signedOn : undefined }];
    });
  }

  #stubOptions(): NonNullable<WorldOptions["stubs"]> {
    const answers = new Map<string, StubAnswer[]>();
    for (const { step, state } of this.#stubs()) {
      const name = `${this.#journey.id}/${step.node}`;
      const answer: StubAnswer = { outcome: step.outcome, ...(state && { shared: state }) };
      const known = answers.get(name);
      if (known) known.push(answer);
      else answers.set(name, [answer]);
    }
    return Object.fromEntries(answers);
  }
}

const signedOn = { username: knownUser.userName ?? "" };

/** Success was reached, and nobody is signed on. */
const noUser = Symbol("no user");

function lastOf({ steps, goal }: PlannedPath): PlannedStep {
  return steps.at(-1) ?? goal;
}

/** An inner journey has scenarios of its own. */
function alwaysStubbed(journey: Journey, node: string): boolean {
  const { states } = journeyMachine(journey);
  const state = Object.hasOwn(states, node) ? states[node] : undefined;
  return state !== undefined && "meta" in state && state.meta.type === innerJourneyTypeId;
}
