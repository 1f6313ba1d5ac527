import { createGraph, type JourneyGraph } from "../model/graph.js";
import type { Connection, Journey, JourneyNode, NodeOutcome, Setting, Target } from "../model/model.js";
import type { Json } from "../text/json.js";
import { type NodeInputs, nodeInputs } from "./node-inputs.js";
import { eventName, machineIdentifier, stateName } from "./state-names.js";

/** All that a compiled machine says, with the names it says it by. */
export interface MachineDescription {
  readonly identifier: string;
  readonly journey: Journey;
  /** The state that comes first; a journey without a start fails at once. */
  readonly initial: string;
  readonly states: readonly StateDescription[];
  readonly settings: ReadonlyMap<string, Json>;
}

export interface StateDescription {
  readonly name: string;
  readonly node: JourneyNode;
  readonly outcomes: readonly OutcomeDescription[];
  readonly inputs: NodeInputs;
}

export interface OutcomeDescription {
  readonly name: string;
  readonly id: string;
  readonly displayName: string;
  readonly child: string | undefined;
  /** The state that the outcome leads to; `undefined` for one that leads nowhere. */
  readonly target: string | undefined;
}

/** Decides what the machine of a journey holds. Of two nodes with one name, the first counts, as everywhere. */
export function describeMachine(journey: Journey): MachineDescription {
  const graph = createGraph(journey);
  const nodes = journey.nodes.filter((node, index) => graph.byName.get(node.name) === index + 1);
  return {
    identifier: machineIdentifier(journey.name),
    journey,
    initial: (journey.entry && stateOf(graph, journey.entry.target)) ?? "failure",
    states: nodes.map((node) => ({
      name: stateName(node.name),
      node,
      outcomes: describeOutcomes(node, graph),
      inputs: nodeInputs(node),
    })),
    settings: describeSettings(journey),
  };
}

/** The values of settings, by name. */
export function valuesOf(settings: ReadonlyMap<string, Setting>): ReadonlyMap<string, Json> {
  return new Map([...settings].map(([name, setting]) => [name, setting.value]));
}

function describeSettings(journey: Journey): ReadonlyMap<string, Json> {
  const settings = new Map(valuesOf(journey.settings));
  if (journey.categories) settings.set("categories", journey.categories.value);
  return settings;
}

function describeOutcomes(node: JourneyNode, graph: JourneyGraph): readonly OutcomeDescription[] {
  const connections = new Map<string, Connection>();
  for (const connection of node.connections) {
    if (!connections.has(connection.outcomeId)) connections.set(connection.outcomeId, connection);
  }
  const outcomes = new Map(node.outcomes.map((outcome) => [outcome.id, outcome]));
  for (const id of connections.keys()) {
    // Connected although the node's type does not tell of it: unknown types, and exports of other releases.
    if (!outcomes.has(id)) outcomes.set(id, { id, displayName: id, outcome: id, child: undefined });
  }
  const names = outcomeNames([...outcomes.values()]);
  return [...outcomes.values()].map(({ id, displayName, child }) => {
    const connection = connections.get(id);
    const target = connection && stateOf(graph, connection.target);
    return { name: names.get(id) ?? id, id, displayName, child, target };
  });
}

/** Outcomes as the author writes them: `true`, or `Password.true` where two inner nodes of a page have a `true`. */
function outcomeNames(outcomes: readonly NodeOutcome[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const { outcome } of outcomes) uses.set(outcome, (uses.get(outcome) ?? 0) + 1);
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, outcome, child } of outcomes) {
    const exact = child === undefined ? id : `${child}.${outcome}`;
    let name = eventName(uses.get(outcome) === 1 ? outcome : exact);
    while (taken.has(name)) name += "'";
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function stateOf(graph: JourneyGraph, target: Target): string | undefined {
  switch (target.kind) {
    case "node":
      return graph.byName.has(target.name) ? stateName(target.name) : undefined;
    case "success":
    case "failure":
      return target.kind;
    case "foreign":
      return undefined;
    default:
      return target satisfies never;
  }
}
