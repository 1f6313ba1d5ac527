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

/** An action of the user. */
export type Act =
  | { readonly kind: "submit"; readonly node: string; readonly inputs: Record<string, Json> }
  | { readonly kind: "resume"; readonly node: string };

/** A planned path, and the inputs and stubs with which a run follows it. */
export interface DrivenPath {
  readonly path: PlannedPath;
  /** The nodes that stubs decide, in the order of the path. */
  readonly stubs: readonly { readonly step: PlannedStep; readonly state: StubAnswer["shared"] }[];
  readonly acts: readonly Act[];
  /** The values in shared state at the beginning. */
  readonly state: { readonly [key: string]: Json } | undefined;
}

/** The journeys and the world in which paths are driven. */
export interface DriveSurroundings {
  readonly model: Model;
  readonly world: WorldOptions;
  readonly scripts?: ScriptHost | undefined;
}

/** The number of attempts in which one more node gets a stub. After that, all other nodes get one. */
const attemptCap = 24;

/** How often one node is answered before it gets a stub; some nodes ask twice. */
const answersCap = 2;

/**
 * Finds inputs with which a run follows a path. A node that takes another outcome than planned gets a stub. Several kinds
 * of users are tried, and the one that needs the fewest stubs and answers most forms is taken. `undefined` where even stubs do not help,
 * or where `mayGoOn`, which is asked before each attempt, ended the search before anything was found.
 */
export async function drivePath(
  path: PlannedPath,
  journey: Journey,
  surroundings: DriveSurroundings,
  mayGoOn: () => Promise<boolean> = async () => true,
): Promise<DrivenPath | undefined> {
  let best: DrivenPath | undefined;
  for (const guise of guises) {
    const driven = await new Driver(path, journey, surroundings, guise).drive(mayGoOn);
    if (driven && (!best || isTruer(driven, best))) best = driven;
    if (best?.stubs.every(({ step }) => alwaysStubbed(journey, step.node))) return best;
  }
  return best;
}

/** Whether a run leaves fewer nodes to stubs than another one, or as many, and answers more forms. */
function isTruer(one: DrivenPath, other: DrivenPath): boolean {
  const answered = ({ acts }: DrivenPath) => new Set(acts.map(({ node }) => node)).size;
  const fewer = other.stubs.length - one.stubs.length;
  return fewer > 0 || (fewer === 0 && answered(one) > answered(other));
}

class Driver {
  readonly #path: PlannedPath;
  readonly #journey: Journey;
  readonly #surroundings: DriveSurroundings;
  readonly #guise: Guise;
  readonly #stubbed = new Set<string>();
  /** How the user is signed on, without which success makes no session: `state` tries shared state, `stub` the last node. */
  #signOn: "nobody" | "state" | "stub" = "nobody";

  constructor(path: PlannedPath, journey: Journey, surroundings: DriveSurroundings, guise: Guise) {
    this.#path = path;
    this.#journey = journey;
    this.#surroundings = surroundings;
    this.#guise = guise;
    if (guise === "recognised") this.#signOn = "state";
    for (const { node } of path.steps) if (alwaysStubbed(journey, node)) this.#stubbed.add(node);
  }

  async drive(mayGoOn: () => Promise<boolean>): Promise<DrivenPath | undefined> {
    for (let attempt = 0; await mayGoOn(); attempt++) {
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
    return undefined;
  }

  /** Runs the path. Returns the node that left the plan; `undefined` where none did. */
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
    const wanted =
      meta && Object.hasOwn(meta.outcomes, step.outcome) ? meta.outcomes[step.outcome]?.displayName : undefined;
    const inputs = guessInputs(run.step, run.inputNames, this.#guise, wanted ?? step.outcome);
    return { kind: "submit", node: step.node, inputs };
  }

  /** The first node on the path of the run that left the plan. */
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

/** Returned where success was reached, but nobody was signed on. */
const noUser = Symbol("no user");

function lastOf({ steps, goal }: PlannedPath): PlannedStep {
  return steps.at(-1) ?? goal;
}

/** Whether the node runs an inner journey, which has scenarios of its own. */
function alwaysStubbed(journey: Journey, node: string): boolean {
  const { states } = journeyMachine(journey);
  const state = Object.hasOwn(states, node) ? states[node] : undefined;
  return state !== undefined && "meta" in state && state.meta.type === innerJourneyTypeId;
}
