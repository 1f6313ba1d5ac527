import type { ScenarioDeclaration, ScenarioStep, Value } from "../syntax/ast.js";
import type { Json } from "../text/json.js";
import { bindValue } from "./bind-value.js";
import type { FileScope } from "./scope.js";

/** The values in the steps of a scenario as JSON; parameters that are not there are reported. */
export function bindScenarioValues(scenario: ScenarioDeclaration, scope: FileScope): ReadonlyMap<Value, Json> {
  const values = new Map<Value, Json>();
  for (const step of scenario.steps) {
    for (const value of valuesOf(step)) values.set(value, bindValue(value, scope, step.kind).value);
  }
  return values;
}

function valuesOf(step: ScenarioStep): readonly Value[] {
  switch (step.kind) {
    case "given":
      return present(step.value);
    case "stub":
      return present(step.state);
    case "submit":
      return present(step.inputs);
    case "expect":
      return [...present(step.text), ...present(step.value)];
    case "resume":
    case "wait":
      return [];
    default:
      return step satisfies never;
  }
}

function present(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
