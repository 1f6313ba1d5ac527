import { createGraph, type JourneyGraph } from "../model/graph.js";
import type { Journey, JourneyNode, Script, Setting, Target } from "../model/model.js";
import type { OutcomeMeta } from "../runtime/machine.js";
import type { Json } from "../text/json.js";
import { describeOutcomes, type OutcomeDescription } from "./describe-outcomes.js";
import { type NodeInputs, nodeInputs } from "./node-inputs.js";
import { stateName } from "./state-names.js";

/**
 * The machine of a journey, with the members of `AnyMachine` of the runtime. Members with names that authors choose are
 * maps here: an object would put names that are numbers first, but compiled machines keep the author's order.
 */
export interface MachineDescription {
  readonly id: string;
  /** The first state. A journey without an entry begins with `failure`. */
  readonly initial: string;
  readonly meta: {
    readonly settings: ReadonlyMap<string, Json>;
    readonly scripts: readonly ScriptDescription[];
  };
  /** The states of nodes; every machine also has `success` and `failure`. */
  readonly states: ReadonlyMap<string, StateDescription>;
}

/** A script of the machine. */
export interface ScriptDescription {
  readonly name: string;
  readonly id: string;
  readonly properties: ReadonlyMap<string, Json>;
  readonly body: string;
}

/** The state for one node. */
export interface StateDescription {
  /** The target state of each outcome. Outcomes without a target are left out. */
  readonly on: ReadonlyMap<string, string>;
  readonly meta: NodeDescription & {
    /** The inner nodes of a page. */
    readonly children?: readonly (NodeDescription & { readonly name: string })[];
  };
}

/** The facts about a node or inner node. */
export interface NodeDescription {
  /** The name of the node, where it differs from the name of the state. */
  readonly name?: string;
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly displayName: string;
  readonly outcomes: ReadonlyMap<string, OutcomeMeta>;
  readonly inputs: NodeInputs;
  readonly properties: ReadonlyMap<string, Json>;
}

/** Describes the machine of a journey. Of two nodes with one name, the first counts, as everywhere. */
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

/** The outcomes of an inner node have no targets of their own, and their names are their ids on the platform. */
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

/** The state of a target; `undefined` where the journey has no such node. */
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
