import { outcomeIdOf } from "../machine/outcome-id-of.js";
import { stateName } from "../machine/state-names.js";
import type { Model } from "../model/model.js";
import type { Expectation, StepNode } from "../model/scenario.js";
import type { PathStep, Run } from "../runtime/run.js";
import { describePath, describeStatus } from "../simulate/describe-run.js";
import type { Json } from "../text/json.js";
import { checkObserved, type Miss, type Observed } from "./observed.js";
import { shownValue } from "./value-difference.js";

/** Checks an expectation against a run; `undefined` where it holds. */
export function checkExpectation(expectation: Expectation, run: Run, model: Model): Miss | undefined {
  switch (expectation.subject) {
    case "success":
    case "failure":
    case "suspended":
      return run.status === expectation.subject
        ? undefined
        : { expected: expectation.subject, found: describeStatus(run) };
    case "error":
      return checkError(expectation.text, run);
    case "at":
      return isAt(expectation.node, run)
        ? undefined
        : { expected: `to be at ${expectation.node.text}`, found: describeStatus(run) };
    case "path":
      return checkPath(expectation.path, run.path, model);
    case "outcome":
    case "config":
      // The binder has refused it.
      return { expected: expectation.subject, found: describeStatus(run) };
    default:
      return checkObserved(expectation, observedOf(run));
  }
}

function observedOf(run: Run): Observed {
  const { world, state, message, step } = run;
  // Through JSON text, so that members that are `undefined` disappear.
  const session = run.session && (JSON.parse(JSON.stringify(run.session)) as Json);
  return { world, state, message, session, callbacks: step?.callbacks ?? [], standing: describeStatus(run) };
}

function checkError(text: string | undefined, run: Run): Miss | undefined {
  const isRight = run.status === "error" && (text === undefined || run.problem?.message.includes(text));
  if (isRight) return undefined;
  return { expected: text === undefined ? "error" : `an error with ${shownValue(text)}`, found: describeStatus(run) };
}

function isAt(reference: StepNode, { at }: Run): boolean {
  return (
    at?.node === stateName(reference.node) && (reference.journey === undefined || at.journey === reference.journey)
  );
}

/** An expected path is either the whole path, or the path through the outer journey without its inner journeys. */
function checkPath(expected: readonly StepNode[], path: readonly PathStep[], model: Model): Miss | undefined {
  const outer = path.filter(({ journey }) => journey === path[0]?.journey);
  if ([path, outer].some((way) => isWay(expected, way, model))) return undefined;
  return { expected: `the path ${expected.map(({ text }) => text).join(" → ")}`, found: describePath(path) };
}

function isWay(expected: readonly StepNode[], path: readonly PathStep[], model: Model): boolean {
  return (
    expected.length === path.length &&
    expected.every((reference, index) => {
      const step = path[index];
      if (step?.node !== stateName(reference.node)) return false;
      if (reference.journey !== undefined && step.journey !== reference.journey) return false;
      return reference.outcomeId === undefined || reference.outcomeId === platformId(step, model);
    })
  );
}

/** The id of the outcome of a step: the path has the names that outcomes have in the machine. */
function platformId({ journey: id, node, outcome }: PathStep, model: Model): string | undefined {
  const journey = model.journeys.find((each) => each.id === id);
  return journey && outcome !== undefined ? outcomeIdOf(journey, node, outcome) : outcome;
}
