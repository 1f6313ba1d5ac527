import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Journey, Model, Scenario } from "../model/model.js";
import type { BoundStep, Submit } from "../model/scenario.js";
import { callbackTypes } from "../runtime/callbacks/callback-types.js";
import { getOwn, isJsonObject } from "../text/json.js";
import { misplacedAnswers } from "./misplaced-answers.js";
import { StepOrder } from "./step-order.js";
import { unknownInputs } from "./unknown-inputs.js";
import { unknownMembers } from "./unknown-members.js";

interface ScenarioSurroundings {
  /** The journeys of which not everything could be read. */
  readonly incomplete?: ReadonlySet<Journey>;
  /** The nodes that do not run in any scenario, as the configuration names them. */
  readonly stubs?: ReadonlySet<string>;
}

/**
 * What is known to be wrong with scenarios before they run: steps without a meaning, and answers to what a node never asks. Of
 * a scenario whose journey is not at hand, nothing is known, and little of one that has errors.
 */
export function scenarioFaults(
  model: Model,
  { incomplete = new Set(), stubs = new Set() }: ScenarioSurroundings = {},
): readonly Diagnostic[] {
  const { journeys, scenarios } = model;
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const findNode = ({ journey: id, node }: Submit["node"]) => {
    const journey = byId.get(id ?? "");
    const found = journey?.nodes.find(({ name }) => name === node);
    return journey === undefined || found === undefined || incomplete.has(journey)
      ? undefined
      : { journey, node: found };
  };
  const orderOf = new StepOrder((id) => {
    const journey = byId.get(id);
    return journey === undefined || incomplete.has(journey) ? undefined : journey;
  }, stubs);
  return scenarios.flatMap((scenario: Scenario) => {
    if (scenario.journey === undefined && scenario.scriptName === undefined) return [];
    const asked = scenario.script === undefined ? scenario.steps.filter((step) => step.kind === "submit") : [];
    return [
      ...(scenario.isTold === true ? [] : scenario.faults),
      ...(scenario.script === undefined ? misplacedAnswers(scenario.steps, findNode, model) : []),
      ...asked.flatMap((step) => unknownInputs(step, findNode(step.node))),
      ...scenario.steps.flatMap(unknownCallbacks),
      ...scenario.steps.flatMap((step) => unknownMembers(step, byId.get(scenario.journey ?? ""))),
      ...orderOf.judge(scenario),
    ];
  });
}

/** Callbacks that are expected and that the platform does not have. */
function unknownCallbacks(step: BoundStep): readonly Diagnostic[] {
  if (step.kind !== "expect" || step.subject !== "callbacks") return [];
  return step.callbacks.flatMap((callback) => {
    const type = isJsonObject(callback) ? getOwn(callback, "type") : undefined;
    if (typeof type !== "string" || callbackTypes.has(type)) return [];
    const near = nearestName(type, callbackTypes.keys());
    const extras = near === undefined ? {} : { help: `Did you mean \`${near}\`?` };
    return [createDiagnostic("invalid-step", step.place, { problem: `There is no callback "${type}"` }, extras)];
  });
}
