import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Scenario } from "../model/model.js";
import type { BoundStep, Expect, Submit } from "../model/scenario.js";
import { RunError } from "../runtime/run.js";
import type { World } from "../runtime/world/world.js";
import type { Miss } from "./observed.js";
import { scenarioFault } from "./scenario-fault.js";
import { giveLater, givensAtBegin } from "./scenario-world.js";

/** A run as a scenario plays it: of a journey, or of a script alone. */
export interface PlayedRun {
  readonly world: World;
  /** How to mend what a step finds out, where there is more to say than the fault says. */
  readonly help?: string | undefined;
  submit(step: Submit): Promise<void>;
  /** A submit step as messages name it. */
  submitText(step: Submit): string;
  resume(): Promise<void>;
  check(expect: Expect): Miss | undefined;
  /** Why the run can neither go on nor has come to an end; `undefined` where it can or has. */
  brokenOff(place: Place): Diagnostic | undefined;
}

/** Takes the steps of a scenario that come after the beginning of its run, up to the first one that fails. */
export async function playScenario({ steps, place }: Scenario, run: PlayedRun): Promise<Diagnostic | undefined> {
  const taken = givensAtBegin(steps);
  for (const step of steps) {
    if (step.kind === "given" && taken.has(step)) continue;
    const failure = await take(step, run);
    if (failure) return failure;
  }
  // An error that a step expects is none.
  const expectsError = steps.some((step) => step.kind === "expect" && step.subject === "error");
  return expectsError ? undefined : run.brokenOff(place);
}

async function take(step: BoundStep, run: PlayedRun): Promise<Diagnostic | undefined> {
  const { place } = step;
  switch (step.kind) {
    // They hold from the beginning.
    case "stub":
    case "answer":
      return undefined;
    case "given": {
      const problem = giveLater(step, run.world);
      return problem === undefined ? undefined : scenarioFault("invalid-step", place, { problem });
    }
    case "submit":
      return act(run.submitText(step), place, run, () => run.submit(step));
    case "resume":
      return act("resume", place, run, () => run.resume());
    case "wait":
      run.world.clock.advance(step.milliseconds);
      return undefined;
    case "expect": {
      const miss = run.check(step);
      return miss && (run.brokenOff(place) ?? scenarioFault("failed-expectation", place, miss, helpOf(run)));
    }
    default:
      return step satisfies never;
  }
}

async function act(
  what: string,
  place: Place,
  run: PlayedRun,
  doIt: () => Promise<void>,
): Promise<Diagnostic | undefined> {
  const broken = run.brokenOff(place);
  if (broken) return broken;
  try {
    await doIt();
    return undefined;
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return scenarioFault("impossible-step", place, { step: what, problem: error.message }, helpOf(run));
  }
}

function helpOf({ help }: PlayedRun): { readonly help?: string } {
  return help === undefined ? {} : { help };
}
