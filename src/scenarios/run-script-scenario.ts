import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Scenario, TestedScript } from "../model/model.js";
import type { Expect, Submit } from "../model/scenario.js";
import type { JsonValue } from "../runtime/machine.js";
import type { ScriptHost } from "../runtime/script-host.js";
import { World } from "../runtime/world/world.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { ScriptRun } from "../simulate/script-run.js";
import type { Miss } from "./observed.js";
import { type PlayedRun, playScenario } from "./play-scenario.js";
import { scenarioFault, stubForCall } from "./scenario-fault.js";
import { beginningOf } from "./scenario-world.js";
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
  const failure = await playScenario(scenario, new PlayedScriptRun(tested, run));
  return { run, failure };
}

class PlayedScriptRun implements PlayedRun {
  readonly help = "Correct the script, or the scenario.";
  readonly #tested: TestedScript;
  readonly #run: ScriptRun;

  constructor(tested: TestedScript, run: ScriptRun) {
    this.#tested = tested;
    this.#run = run;
  }

  get world(): World {
    return this.#run.world;
  }

  submit({ inputs }: Submit): Promise<void> {
    return this.#run.submit(inputs as { readonly [name: string]: JsonValue });
  }

  submitText(): string {
    return "submit";
  }

  resume(): Promise<void> {
    return this.#run.resume();
  }

  check(expect: Expect): Miss | undefined {
    return checkScriptExpectation(expect, this.#run);
  }

  /** The script has thrown, or uses what is not there. */
  brokenOff(place: Place): Diagnostic | undefined {
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
