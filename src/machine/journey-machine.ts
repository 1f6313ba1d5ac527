import type { Journey, JourneyNode } from "../model/model.js";
import type { AnyMachine, InnerNode, MachineState, NodeMeta, OutcomeMeta } from "../runtime/machine.js";
import { type Json, type JsonObject, setOwn } from "../text/json.js";
import { describeMachine, type StateDescription, valuesOf } from "./describe-machine.js";
import { type NodeInputs, nodeInputs } from "./node-inputs.js";

const machines = new WeakMap<Journey, AnyMachine>();

/** The machine of a journey as data: the object that its compiled TypeScript would export. Made once for each journey. */
export function journeyMachine(journey: Journey): AnyMachine {
  const known = machines.get(journey);
  if (known) return known;
  const made = makeMachine(journey);
  machines.set(journey, made);
  return made;
}

function makeMachine(journey: Journey): AnyMachine {
  const { initial, states, settings } = describeMachine(journey);
  return {
    id: journey.id,
    initial,
    meta: {
      settings: asObject(settings),
      scripts: journey.scripts.map(({ name, id, title, body, properties }) => ({
        name,
        id,
        body,
        properties: asObject(new Map<string, Json>([["name", title], ...valuesOf(properties)])),
      })),
    },
    states: {
      ...Object.fromEntries(states.map((state) => [state.name, nodeState(state)])),
      success: { type: "final" },
      failure: { type: "final" },
    },
  };
}

function nodeState({ name, node, outcomes, inputs }: StateDescription): MachineState {
  const on = {};
  for (const outcome of outcomes) if (outcome.target !== undefined) setOwn(on, outcome.name, outcome.target);
  const metas = outcomes.map(({ name: key, id, displayName, child }): readonly [string, OutcomeMeta] => [
    key,
    { id, displayName, ...(child !== undefined && { child }) },
  ]);
  const meta: NodeMeta = {
    ...(name !== node.name && { name: node.name }),
    ...nodeFacts(node, metas, inputs),
    ...(node.children.length > 0 && { children: node.children.map(innerNode) }),
  };
  return { on, meta };
}

function innerNode(child: JourneyNode): InnerNode {
  const outcomes = child.outcomes.map(({ id, displayName }) => [id, { id, displayName }] as const);
  return { name: child.name, ...nodeFacts(child, outcomes, nodeInputs(child)) };
}

function nodeFacts(node: JourneyNode, outcomes: readonly (readonly [string, OutcomeMeta])[], inputs: NodeInputs) {
  return {
    id: node.id,
    type: node.typeId,
    version: node.version,
    displayName: node.displayName,
    outcomes: Object.fromEntries(outcomes),
    inputs: inputs === "any" ? inputs : Object.fromEntries(inputs),
    properties: asObject(valuesOf(node.properties)),
  };
}

/** `Object.fromEntries` defines members, so that even `__proto__` becomes one of the object's own. */
function asObject(values: ReadonlyMap<string, Json>): JsonObject {
  return Object.fromEntries(values);
}
