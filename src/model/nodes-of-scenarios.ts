import type { Reference, ScenarioDeclaration, ScenarioStep } from "../syntax/ast.js";

/** The nodes that the scenarios of a file name, as they are written, by the journey that they are scenarios of. */
export function nodesOfScenarios(
  scenarios: readonly ScenarioDeclaration[],
): ReadonlyMap<string | undefined, readonly string[]> {
  const byJourney = new Map<string | undefined, string[]>();
  for (const { journey, steps } of scenarios) {
    const names = byJourney.get(journey?.text) ?? [];
    byJourney.set(journey?.text, names);
    for (const step of steps) for (const { parts } of referencesOf(step)) if (parts[0]) names.push(parts[0].text);
  }
  return byJourney;
}

function referencesOf(step: ScenarioStep): readonly Reference[] {
  switch (step.kind) {
    case "stub":
    case "submit":
      return step.node ? [step.node] : [];
    case "expect":
      return [...(step.at ? [step.at] : []), ...(step.path ?? [])];
    case "given":
    case "answer":
    case "resume":
    case "wait":
      return [];
    default:
      return step satisfies never;
  }
}
