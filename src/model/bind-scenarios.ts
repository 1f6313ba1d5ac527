import type { Reference, ScenarioDeclaration, ScenarioStep } from "../syntax/ast.js";
import { isTerminalName } from "../syntax/reserved-names.js";
import type { BoundJourney } from "./bind-journey.js";
import { innerJourneyIds } from "./inner-journeys.js";
import type { JourneyNode } from "./model.js";
import { resolveNodeOutcome, resolveReference } from "./resolve-reference.js";
import { type FileScope, placeIn } from "./scope.js";

/** All journeys of a run, by the names that scenarios use and by the ids that inner journeys are named by. */
export interface BoundJourneys {
  readonly byName: JourneyLookup;
  readonly byId: JourneyLookup;
  /** Whether there is such a journey that comes from no text: its nodes are looked up when the scenario runs. */
  isFromExport(nameOrId: string): boolean;
}

/** A map, or what stands in for one. */
export type JourneyLookup = Pick<ReadonlyMap<string, BoundJourney>, "get" | "keys">;

/**
 * Checks the names in a scenario. A step may speak of a node of the journey or of any journey that runs inside it; where one of
 * those is not at hand, unknown nodes are not reported.
 */
export function checkScenario(scenario: ScenarioDeclaration, journeys: BoundJourneys, file: FileScope): void {
  const name = scenario.journey;
  if (name === undefined) return;
  const bound = journeys.byName.get(name.text) ?? journeys.byId.get(name.text);
  if (bound === undefined) {
    if (journeys.isFromExport(name.text)) return;
    const place = placeIn(file, name.range);
    const extras = file.reporter.suggest(name.text, journeys.byName.keys(), place);
    file.reporter.report("unknown-journey", place, { name: name.text }, extras);
    return;
  }
  const reach = reachOf(bound, journeys);
  for (const step of scenario.steps) checkStep(step, bound, reach, file);
}

interface Reach {
  readonly nodes: ReadonlyMap<string, JourneyNode>;
  /** Every inner journey is at hand. */
  readonly complete: boolean;
}

function reachOf(start: BoundJourney, journeys: BoundJourneys): Reach {
  const nodes = new Map<string, JourneyNode>();
  const visited = new Set<BoundJourney>([start]);
  let complete = true;
  for (const { journey } of visited) {
    for (const node of journey.nodes) if (!nodes.has(node.name)) nodes.set(node.name, node);
    for (const id of innerJourneyIds(journey)) {
      const inner = journeys.byId.get(id);
      if (inner === undefined) complete = false;
      else visited.add(inner);
    }
  }
  return { nodes, complete };
}

function checkStep(step: ScenarioStep, bound: BoundJourney, reach: Reach, file: FileScope): void {
  const resolve = (reference: Reference | undefined) => {
    const [first] = reference?.parts ?? [];
    if (reference === undefined || first === undefined) return undefined;
    if (!reach.nodes.has(first.text) && (!reach.complete || isTerminalName(first.text))) return undefined;
    // The scenario may stand in another file than the journey: places are those of the scenario.
    return resolveReference(reference, reach.nodes, { ...bound.scope, ...file, scripts: bound.scope.scripts });
  };
  switch (step.kind) {
    case "stub": {
      const node = resolve(step.node);
      if (node === undefined || step.outcome === undefined) return;
      const child = step.outcome.child?.text ?? node.child;
      const target = node.child === undefined ? node.node : (childOf(node.node, node.child) ?? node.node);
      resolveNodeOutcome(target, target === node.node ? child : undefined, step.outcome.outcome, {
        ...bound.scope,
        ...file,
        scripts: bound.scope.scripts,
      });
      return;
    }
    case "submit":
      resolve(step.node);
      return;
    case "expect":
      resolve(step.at);
      for (const reference of step.path ?? []) resolve(reference);
      return;
    case "given":
    case "resume":
    case "wait":
      return;
  }
}

function childOf(page: JourneyNode, name: string): JourneyNode | undefined {
  return page.children.find((child) => child.name === name);
}
