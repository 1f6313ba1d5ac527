import { getOwn } from "../../text/json.js";
import type { CurrentNode } from "../current-node.js";
import type { AnyMachine, InnerNode, JsonValue, NodeMeta } from "../machine.js";
import type { NodeBehaviour } from "../node-behaviour.js";
import { behaviours } from "../nodes/behaviours.js";
import { Properties } from "../properties.js";
import type { ScriptSource } from "../script-host.js";
import type { EndName } from "../walk.js";

/** A machine with everything looked up in advance that a run needs at each step. */
export interface PreparedJourney {
  readonly machine: AnyMachine;
  readonly initial: PreparedNode | EndName;
  readonly nodes: ReadonlyMap<string, PreparedNode>;
  readonly scripts: ReadonlyMap<string, ScriptSource>;
}

export interface PreparedNode {
  readonly kind: "node" | "page" | "inner";
  readonly facts: CurrentNode;
  readonly properties: Properties;
  /** `undefined` when the type cannot run here. */
  readonly behaviour: NodeBehaviour | undefined;
  readonly children: readonly PreparedNode[];
  /** The node's outcomes by their ids on the platform. */
  readonly outcomes: ReadonlyMap<string, PreparedOutcome>;
}

export interface PreparedOutcome {
  /** The outcome's name in the text and in the machine. */
  readonly name: string;
  readonly target: PreparedNode | EndName | undefined;
}

/** The behaviours of node types, by type. */
export type Behaviours = ReadonlyMap<string, NodeBehaviour>;

const prepared = new WeakMap<Behaviours, WeakMap<AnyMachine, PreparedJourney>>();

/** Prepares a machine; all runs of the same machine with the same behaviours share the result. */
export function prepare(machine: AnyMachine, ofTypes: Behaviours = behaviours): PreparedJourney {
  const byMachine = prepared.get(ofTypes) ?? new WeakMap<AnyMachine, PreparedJourney>();
  prepared.set(ofTypes, byMachine);
  const known = byMachine.get(machine);
  if (known) return known;
  const made = prepareJourney(machine, ofTypes);
  byMachine.set(machine, made);
  return made;
}

function prepareJourney(machine: AnyMachine, ofTypes: Behaviours): PreparedJourney {
  const nodes = new Map<string, PreparedNode>();
  const connect: (() => void)[] = [];
  for (const [name, state] of Object.entries(machine.states)) {
    if (!("meta" in state)) continue;
    const outcomes = new Map<string, PreparedOutcome>();
    const children = (state.meta.children ?? []).map((child) => prepareChild(child, ofTypes));
    nodes.set(name, prepareNode(name, state.meta, outcomes, children, ofTypes));
    connect.push(() => {
      for (const [outcome, { id }] of Object.entries(state.meta.outcomes)) {
        const target = Object.hasOwn(state.on, outcome) ? state.on[outcome] : undefined;
        outcomes.set(id, { name: outcome, target: target === undefined ? undefined : placeOf(nodes, target) });
      }
    });
  }
  // A target may stand after its source, so the targets are looked up once all nodes are there.
  for (const each of connect) each();
  const scripts = new Map<string, ScriptSource>();
  for (const { id, name, body, properties } of machine.meta.scripts) {
    scripts.set(id, {
      id,
      name,
      title: textOf(getOwn(properties, "name")) ?? name,
      body,
      evaluatorVersion: textOf(getOwn(properties, "evaluatorVersion")) === "2.0" ? "2.0" : "1.0",
      context: textOf(getOwn(properties, "context")) ?? "",
      properties,
    });
  }
  return { machine, initial: placeOf(nodes, machine.initial) ?? "failure", nodes, scripts };
}

function placeOf(nodes: ReadonlyMap<string, PreparedNode>, state: string): PreparedNode | EndName | undefined {
  return state === "success" || state === "failure" ? state : nodes.get(state);
}

function prepareChild(child: InnerNode, ofTypes: Behaviours): PreparedNode {
  const outcomes = Object.entries(child.outcomes).map(([name, { id }]) => [id, { name, target: undefined }] as const);
  return prepareNode(child.name, child, new Map(outcomes), [], ofTypes);
}

function prepareNode(
  name: string,
  meta: Omit<NodeMeta, "children" | "name">,
  outcomes: ReadonlyMap<string, PreparedOutcome>,
  children: readonly PreparedNode[],
  ofTypes: Behaviours,
): PreparedNode {
  const { id, type, version, displayName } = meta;
  return {
    kind: type === "PageNode" ? "page" : type === "InnerTreeEvaluatorNode" ? "inner" : "node",
    facts: {
      name,
      id,
      type,
      version,
      displayName,
      outcomes: Object.values(meta.outcomes).map((outcome) => outcome.id),
    },
    properties: new Properties(meta.properties),
    behaviour: ofTypes.get(type),
    children,
    outcomes,
  };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
