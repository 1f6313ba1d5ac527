import { createGraph, type JourneyGraph } from "../model/graph.js";
import type { Journey, JourneyNode, Script, Setting, Target } from "../model/model.js";
import type { OutcomeMeta } from "../runtime/machine.js";
import type { Json } from "../text/json.js";
import { describeOutcomes, type OutcomeDescription } from "./describe-outcomes.js";
import { type NodeInputs, nodeInputs } from "./node-inputs.js";
import { stateName } from "./state-names.js";

/**
 * The machine of a journey, member for member as `AnyMachine` of the runtime has it. Whatever authors name is a map here:
 * an object would put names that are numbers first, and compiled machines keep the author's order.
 */
export interface MachineDescription {
  readonly id: string;
  /** The state that comes first; a journey without a start fails at once. */
  readonly initial: string;
  readonly meta: {
    readonly settings: ReadonlyMap<string, Json>;
    readonly scripts: readonly ScriptDescription[];
  };
  /** Without `success` and `failure`, which every machine has. */
  readonly states: ReadonlyMap<string, StateDescription>;
}

export interface ScriptDescription {
  readonly name: string;
  readonly id: string;
  readonly properties: ReadonlyMap<string, Json>;
  readonly body: string;
}

export interface StateDescription {
  /** The states that outcomes lead to; an outcome that leads nowhere is not here. */
  readonly on: ReadonlyMap<string, string>;
  readonly meta: NodeDescription & {
    /** The inner nodes of a page; absent for any other node. */
    readonly children?: readonly (NodeDescription & { readonly name: string })[];
  };
}

export interface NodeDescription {
  /** Absent where the state has the node's name. */
  readonly name?: string;
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly displayName: string;
  readonly outcomes: ReadonlyMap<string, OutcomeMeta>;
  readonly inputs: NodeInputs;
  readonly properties: ReadonlyMap<string, Json>;
}

/** Decides what the machine of a journey holds. Of two nodes with one name, the first counts, as everywhere. */
export function describeMachine(journey: Journey): MachineDescription {
  const graph = createGraph(journey);
  const nodes = journey.nodes.filter((node, index) => graph.byName.get(node.name) === index + 1);
  return {
    id: journey.id,
    initial: (journey.entry && stateOf(graph, journey.entry.target)) ?? "failure",
    meta: { settings: settingsOf(journey), scripts: journey.scripts.map(describeScript) },
    states: new Map(nodes.map((node) => [stateName(node.name), describeState(node, graph)])),
  };
}

function settingsOf(journey: Journey): ReadonlyMap<string, Json> {
  const settings = valuesOf(journey.settings);
  if (journey.categories) settings.set("categories", journey.categories.value);
  return settings;
}

function describeScript({ name, id, title, body, properties }: Script): ScriptDescription {
  return { name, id, properties: new Map([["name", title], ...valuesOf(properties)]), body };
}

function describeState(node: JourneyNode, graph: JourneyGraph): StateDescription {
  const outcomes = describeOutcomes(node);
  const on = new Map<string, string>();
  for (const { name, target } of outcomes) {
    const state = target && stateOf(graph, target);
    if (state !== undefined) on.set(name, state);
  }
  return {
    on,
    meta: {
      ...(stateName(node.name) !== node.name && { name: node.name }),
      ...describeNode(node, outcomes),
      ...(node.children.length > 0 && { children: node.children.map(describeInnerNode) }),
    },
  };
}

/** An inner node's outcomes lead nowhere by themselves, and are known by the platform's ids. */
function describeInnerNode(node: JourneyNode): NodeDescription & { readonly name: string } {
  const outcomes = node.outcomes.map(({ id, displayName }) => ({ name: id, meta: { id, displayName } }));
  return { name: node.name, ...describeNode(node, outcomes) };
}

function describeNode(node: JourneyNode, outcomes: readonly Omit<OutcomeDescription, "target">[]): NodeDescription {
  return {
    id: node.id,
    type: node.typeId,
    version: node.version,
    displayName: node.displayName,
    outcomes: new Map(outcomes.map(({ name, meta }) => [name, meta])),
    inputs: nodeInputs(node),
    properties: valuesOf(node.properties),
  };
}

function valuesOf(settings: ReadonlyMap<string, Setting>): Map<string, Json> {
  return new Map([...settings].map(([name, { value }]) => [name, value]));
}

/** `undefined`: the target is no node of the journey, and no end. */
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
