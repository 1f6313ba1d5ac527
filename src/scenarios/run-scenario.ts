import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import { stateName } from "../machine/state-names.js";
import type { Model, Scenario } from "../model/model.js";
import type { Answer, BoundStep, Stub } from "../model/scenario.js";
import type { WireCallback } from "../runtime/callbacks/callback.js";
import { type PathStep, type Run, RunError } from "../runtime/run.js";
import type { ScriptHost } from "../runtime/script-host.js";
import type { LogEntry, World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { describePosition, stubName } from "../simulate/describe-run.js";
import { startRun } from "../simulate/start-run.js";
import { checkExpectation } from "./expectations.js";
import { describeMadeCall } from "./observed.js";
import { playScriptScenario } from "./run-script-scenario.js";
import { scenarioFault, stubForCall } from "./scenario-fault.js";
import { beginningOf, giveLater, givensAtBegin } from "./scenario-world.js";
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
  const nothing = { path: [], callbacks: [], log: [], calls: [] };
  if (faults.length > 0) return { ...facts, ...nothing, passed: false, diagnostics: faults };
  const { model, world: base = {}, scripts } = surroundings;
  if (scenario.script && scripts) {
    const { run, failure } = await playScriptScenario(scenario, scenario.script, base, scripts);
    const { callbacks, world } = run;
    return { ...facts, ...verdict(failure), path: [], callbacks, ...heardFrom(world) };
  }
  if (!journey) return { ...facts, ...nothing, passed: false, diagnostics: [withoutSandbox(scenario)] };
  const { world, state, transient } = beginningOf(scenario.steps, base);
  const run = await startRun(journey, { model, world, state, transient, scripts });
  const failure = await new ScenarioRun(scenario, run, model).play();
  return {
    ...facts,
    ...verdict(failure),
    path: run.path,
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

class ScenarioRun {
  readonly #scenario: Scenario;
  readonly #run: Run;
  readonly #model: Model;
  /** The end that the scenario has asked for last: an error that is expected is none. */
  #expectsError = false;

  constructor(scenario: Scenario, run: Run, model: Model) {
    this.#scenario = scenario;
    this.#run = run;
    this.#model = model;
  }

  /** The first failure. */
  async play(): Promise<Diagnostic | undefined> {
    const { steps, place } = this.#scenario;
    const taken = givensAtBegin(steps);
    for (const step of steps) {
      if (step.kind === "stub" || step.kind === "answer" || (step.kind === "given" && taken.has(step))) continue;
      const failure = await this.#take(step);
      if (failure) return failure;
    }
    return this.#expectsError ? undefined : this.#brokenOff(place);
  }

  async #take(step: Exclude<BoundStep, Stub | Answer>): Promise<Diagnostic | undefined> {
    const run = this.#run;
    switch (step.kind) {
      case "given": {
        const problem = giveLater(step, run.world);
        return problem === undefined ? undefined : scenarioFault("invalid-step", step.place, { problem });
      }
      case "submit":
        return this.#act(`submit ${step.node.text}`, step.place, () =>
          run.submit(stateName(step.node.node), { ...step.inputs } as never),
        );
      case "resume":
        return this.#act("resume", step.place, () => run.resume());
      case "wait":
        run.wait(step.milliseconds);
        return undefined;
      case "expect": {
        this.#expectsError ||= step.subject === "error";
        const miss = checkExpectation(step, run, this.#model);
        if (!miss) return undefined;
        return this.#brokenOff(step.place) ?? scenarioFault("failed-expectation", step.place, miss);
      }
      default:
        return step satisfies never;
    }
  }

  async #act(what: string, place: Place, act: () => Promise<void>): Promise<Diagnostic | undefined> {
    const broken = this.#brokenOff(place);
    if (broken) return broken;
    try {
      await act();
      return undefined;
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      return scenarioFault("impossible-step", place, { step: what, problem: error.message });
    }
  }

  /** The run can neither go on nor has it come to an end. */
  #brokenOff(place: Place): Diagnostic | undefined {
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
