import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import { stateName } from "../machine/state-names.js";
import type { Model, Scenario } from "../model/model.js";
import type { Expect, Submit } from "../model/scenario.js";
import type { WireCallback } from "../runtime/callbacks/callback.js";
import type { PathStep, Run, RunState } from "../runtime/run.js";
import type { ScriptHost } from "../runtime/script-host.js";
import type { LogEntry, World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { describePosition, stubName } from "../simulate/describe-run.js";
import { startRun } from "../simulate/start-run.js";
import { checkExpectation } from "./expectations.js";
import type { Miss } from "./observed.js";
import { describeMadeCall } from "./observed.js";
import { type PlayedRun, playScenario } from "./play-scenario.js";
import { playScriptScenario } from "./run-script-scenario.js";
import { scenarioFault, stubForCall } from "./scenario-fault.js";
import { beginningOf } from "./scenario-world.js";
import { placeOfError } from "./script-source.js";

/** What scenarios run in. */
export interface ScenarioSurroundings {
  readonly model: Model;
  /** What holds for all scenarios; what one of them gives goes over it. */
  readonly world?: WorldOptions;
  readonly scripts?: ScriptHost | undefined;
}

/** The result of running one scenario. */
export interface ScenarioResult {
  readonly title: string;
  /** The journey's id, where there is one. */
  readonly journey: string | undefined;
  /** The script that ran alone, as the scenario calls it. */
  readonly script: string | undefined;
  readonly place: Place;
  readonly passed: boolean;
  /** Why it failed. */
  readonly diagnostics: readonly Diagnostic[];
  readonly path: readonly PathStep[];
  /** Node state at the end; `undefined` where no journey ran. */
  readonly state: RunState | undefined;
  /** What the journey asked for where it failed. */
  readonly callbacks: readonly WireCallback[];
  /** What scripts have logged, and what the sandbox has to say of them. */
  readonly log: readonly LogEntry[];
  /** What scripts have called, in one line each. */
  readonly calls: readonly string[];
}

/** Runs a scenario up to its first step that fails. */
export async function runScenario(scenario: Scenario, surroundings: ScenarioSurroundings): Promise<ScenarioResult> {
  const { title, place, faults } = scenario;
  const facts = { title, place, journey: scenario.journey, script: scenario.scriptName };
  const journey = surroundings.model.journeys.find(({ id }) => id === scenario.journey);
  const nothing = { path: [], state: undefined, callbacks: [], log: [], calls: [] };
  if (faults.length > 0) return { ...facts, ...nothing, passed: false, diagnostics: faults };
  const { model, world: base = {}, scripts } = surroundings;
  if (scenario.script && scripts) {
    const { run, failure } = await playScriptScenario(scenario, scenario.script, base, scripts);
    const { callbacks, world } = run;
    return { ...facts, ...verdict(failure), path: [], state: undefined, callbacks, ...heardFrom(world) };
  }
  if (!journey) return { ...facts, ...nothing, passed: false, diagnostics: [withoutSandbox(scenario)] };
  const { world, state, transient } = beginningOf(scenario.steps, base);
  const run = await startRun(journey, { model, world, state, transient, scripts });
  const failure = await playScenario(scenario, new PlayedJourney(run, model));
  return {
    ...facts,
    ...verdict(failure),
    path: run.path,
    state: run.state,
    callbacks: run.step?.callbacks ?? [],
    ...heardFrom(run.world),
  };
}

function verdict(failure: Diagnostic | undefined) {
  return { passed: failure === undefined, diagnostics: failure === undefined ? [] : [failure] };
}

function heardFrom({ log, calls }: World) {
  return { log, calls: calls.made.map(describeMadeCall) };
}

function withoutSandbox({ place }: Scenario): Diagnostic {
  return scenarioFault("invalid-step", place, { problem: "No sandbox for scripts was given" });
}

class PlayedJourney implements PlayedRun {
  readonly #run: Run;
  readonly #model: Model;

  constructor(run: Run, model: Model) {
    this.#run = run;
    this.#model = model;
  }

  get world(): World {
    return this.#run.world;
  }

  /** Where the journey waits by itself, the time that has to pass before. */
  get help(): string | undefined {
    const waiting = this.#run.step?.callbacks.find(({ type }) => type === "PollingWaitCallback");
    const time = Number(waiting?.output?.find(({ name }) => name === "waitTime")?.value);
    const { at } = this.#run;
    if (at === undefined || !(time > 0)) return undefined;
    const seconds = Math.ceil(time / 1000);
    return `"${at.node}" waits for ${seconds} s: write \`wait ${seconds}s\` before the step that answers it.`;
  }

  submit({ node, inputs }: Submit): Promise<void> {
    return this.#run.submit(stateName(node.node), { ...inputs } as never);
  }

  submitText({ node }: Submit): string {
    return `submit ${node.text}`;
  }

  resume(): Promise<void> {
    return this.#run.resume();
  }

  check(expect: Expect): Miss | undefined {
    return checkExpectation(expect, this.#run, this.#model);
  }

  brokenOff(place: Place): Diagnostic | undefined {
    const { status, stub, problem } = this.#run;
    if (status === "stub" && stub) {
      const node = stubName(stub);
      const known =
        stub.outcomes.length === 0 ? "" : ` Its outcomes are ${stub.outcomes.map((each) => `\`${each}\``).join(", ")}.`;
      const answer = stub.call && `Answer the call with \`${stubForCall(stub.call)}\`, or decide`;
      const help = `${answer ?? "Decide"} it with \`stub ${node} -> …\`.${known}`;
      return scenarioFault("undecided-node", place, { node, reason: stub.reason }, { help });
    }
    if (status !== "error") return undefined;
    const { source } = problem ?? {};
    const told = source === undefined ? "" : ` (${describePosition(source)})`;
    const scripts = this.#model.journeys.flatMap((journey) => journey.scripts);
    const at = source && placeOfError(source, scripts);
    const related = at === undefined ? [] : [{ place: at, message: "It ended here" }];
    const args = { node: problem?.node, problem: `${problem?.message ?? ""}${told}` };
    return scenarioFault("journey-error", place, args, { related });
  }
}
