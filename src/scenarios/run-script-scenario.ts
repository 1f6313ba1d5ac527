import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Scenario, TestedScript } from "../model/model.js";
import type { BoundStep } from "../model/scenario.js";
import type { JsonValue } from "../runtime/machine.js";
import { RunError } from "../runtime/run.js";
import type { ScriptHost } from "../runtime/script-host.js";
import { World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { ScriptRun } from "../simulate/script-run.js";
import { scenarioFault, stubForCall } from "./scenario-fault.js";
import { beginningOf, giveLater, givensAtBegin } from "./scenario-world.js";
import { checkScriptExpectation } from "./script-expectations.js";
import { placeOfError } from "./script-source.js";

/** A script scenario that was played: the run, and its first failure. */
interface PlayedScript {
  readonly run: ScriptRun;
  readonly failure: Diagnostic | undefined;
}

/** Plays the scenario of a script up to its first step that fails. The script runs when all that is given first is there. */
export async function playScriptScenario(
  scenario: Scenario,
  tested: TestedScript,
  base: WorldOptions,
  scripts: ScriptHost,
): Promise<PlayedScript> {
  const { world, state, transient } = beginningOf(scenario.steps, base);
  const run = await ScriptRun.start(tested, { world: new World(world), scripts, state, transient });
  const failure = await new ScriptScenario(scenario, tested, run).play();
  return { run, failure };
}

const help = "Correct the script, or the scenario.";

class ScriptScenario {
  readonly #scenario: Scenario;
  readonly #tested: TestedScript;
  readonly #run: ScriptRun;
  #expectsError = false;

  constructor(scenario: Scenario, tested: TestedScript, run: ScriptRun) {
    this.#scenario = scenario;
    this.#tested = tested;
    this.#run = run;
  }

  async play(): Promise<Diagnostic | undefined> {
    const { steps, place } = this.#scenario;
    const taken = givensAtBegin(steps);
    for (const step of steps) {
      if (step.kind === "given" && taken.has(step)) continue;
      const failure = await this.#take(step);
      if (failure) return failure;
    }
    return this.#expectsError ? undefined : this.#brokenOff(place);
  }

  async #take(step: BoundStep): Promise<Diagnostic | undefined> {
    const run = this.#run;
    switch (step.kind) {
      case "stub":
      case "answer":
        return undefined;
      case "given": {
        const problem = giveLater(step, run.world);
        return problem === undefined ? undefined : scenarioFault("invalid-step", step.place, { problem });
      }
      case "submit":
        return this.#act("submit", step.place, () => run.submit(step.inputs as { readonly [name: string]: JsonValue }));
      case "resume":
        return this.#act("resume", step.place, () => run.resume());
      case "wait":
        run.world.clock.advance(step.milliseconds);
        return undefined;
      case "expect": {
        this.#expectsError ||= step.subject === "error";
        const miss = checkScriptExpectation(step, run);
        if (!miss) return undefined;
        return this.#brokenOff(step.place) ?? scenarioFault("failed-expectation", step.place, miss, { help });
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
      return scenarioFault("impossible-step", place, { step: what, problem: error.message }, { help });
    }
  }

  /** The script has thrown, or uses what is not there. */
  #brokenOff(place: Place): Diagnostic | undefined {
    const { standing } = this.#run;
    const { title: script } = this.#tested.script;
    if (standing.status === "error") {
      const { message: problem, source } = standing;
      const at = source && placeOfError(source, [this.#tested.script, ...this.#tested.libraries]);
      const related = at === undefined ? [] : [{ place: at, message: "It ended here" }];
      const outcomes = problem.startsWith(invalidOutcome) ? outcomesHelp(this.#tested) : {};
      return scenarioFault("script-error", place, { script, problem }, { related, ...outcomes });
    }
    if (standing.status !== "unsupported") return undefined;
    const { reason, call } = standing;
    if (call === undefined) return scenarioFault("script-not-simulated", place, { script, reason });
    const help = `Answer it with \`${stubForCall(call)}\`.`;
    const text = `${call.service} ${call.operation} ${call.target}`;
    return scenarioFault("unanswered-call", place, { call: text }, { help });
  }
}

/** How the platform's message begins. */
const invalidOutcome = "Invalid outcome from script";

/** The outcomes that the script may leave by, and where they are listed. */
function outcomesHelp({ uses }: TestedScript): { readonly help: string } {
  const listed = uses.map(({ journey, node }) => {
    const outcomes = node.outcomes.map(({ outcome }) => `\`${outcome}\``).join(", ");
    return `${journey.name}.${node.name} has ${outcomes || "none"}`;
  });
  return { help: `The outcomes stand in the node: ${listed.join("; ")}. Correct the script, or the list.` };
}
