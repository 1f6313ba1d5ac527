import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Journey, JourneyNode, Model, Scenario } from "../model/model.js";
import type { BoundStep, Submit } from "../model/scenario.js";
import { callbackTypes } from "../runtime/callbacks/callback-types.js";
import { getOwn, isJsonObject } from "../text/json.js";
import { nodeInputs } from "./node-inputs.js";

/**
 * What is known to be wrong with scenarios before they run: steps without a meaning, and answers to what a node never asks. Of
 * a scenario whose journey is not at hand, nothing is known, and little of one that has errors.
 */
export function scenarioFaults(
  { journeys, scenarios }: Model,
  incomplete: ReadonlySet<Journey> = new Set(),
): readonly Diagnostic[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const findNode = ({ journey: id, node }: Submit["node"]) => {
    const journey = byId.get(id ?? "");
    return journey === undefined || incomplete.has(journey)
      ? undefined
      : journey.nodes.find(({ name }) => name === node);
  };
  return scenarios.flatMap((scenario: Scenario) => {
    if (scenario.journey === undefined && scenario.scriptName === undefined) return [];
    const asked = scenario.script === undefined ? scenario.steps.filter((step) => step.kind === "submit") : [];
    return [
      ...scenario.faults,
      ...asked.flatMap((step) => unknownInputs(step, findNode(step.node))),
      ...scenario.steps.flatMap(unknownCallbacks),
    ];
  });
}

function unknownInputs(
  { node: { text }, inputs, inputPlaces, place }: Submit,
  node: JourneyNode | undefined,
): readonly Diagnostic[] {
  if (node === undefined) return [];
  const asked = nodeInputs(node);
  if (asked === "any") return [];
  const known = [...asked.keys()];
  const others = new Set([node.name, ...node.children.map(({ name }) => name)]);
  return Object.keys(inputs).flatMap((input) => {
    if (asked.has(input) || others.has(input) || isShown(input, node)) return [];
    const near = nearestName(input, known);
    const help =
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : known.length === 0
          ? "It asks for nothing."
          : `It asks for ${known.map((name) => `\`${name}\``).join(", ")}.`;
    const at = inputPlaces.get(input) ?? place;
    return [createDiagnostic("invalid-step", at, { problem: `"${text}" does not ask for "${input}"` }, { help })];
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

/** An answer may also be given by the prompt that it is for, which a setting may hold. */
function isShown(input: string, { properties, children }: JourneyNode): boolean {
  const isIn = ({ value }: { readonly value: unknown }) =>
    JSON.stringify(value)?.includes(JSON.stringify(input)) === true;
  return [...properties.values()].some(isIn) || children.some((child) => isShown(input, child));
}
