import type { Journey } from "../model/model.js";
import type { AnyMachine, MachineState } from "../runtime/machine.js";
import type { Json } from "../text/json.js";
import { describeMachine, type NodeDescription, type StateDescription } from "./describe-machine.js";

const machines = new WeakMap<Journey, AnyMachine>();

/** The machine of a journey as an object: the one that its compiled TypeScript exports. Made once for each journey. */
export function journeyMachine(journey: Journey): AnyMachine {
  const known = machines.get(journey);
  if (known) return known;
  const made = plainMachine(journey);
  machines.set(journey, made);
  return made;
}

function plainMachine(journey: Journey): AnyMachine {
  const { id, initial, meta, states } = describeMachine(journey);
  return {
    id,
    initial,
    meta: { settings: plain(meta.settings), scripts: meta.scripts.map(withPlainProperties) },
    states: {
      ...plain(new Map([...states].map(([name, state]) => [name, plainState(state)]))),
      success: { type: "final" },
      failure: { type: "final" },
    },
  };
}

function plainState({ on, meta }: StateDescription): MachineState {
  const { children, ...node } = meta;
  return { on: plain(on), meta: { ...plainNode(node), ...(children && { children: children.map(plainNode) }) } };
}

function plainNode<Node extends NodeDescription>(node: Node) {
  const { outcomes, inputs } = node;
  return {
    ...withPlainProperties(node),
    outcomes: plain(outcomes),
    inputs: inputs === "any" ? inputs : plain(inputs),
  };
}

function withPlainProperties<Part extends { readonly properties: ReadonlyMap<string, Json> }>(part: Part) {
  return { ...part, properties: plain(part.properties) };
}

/** `Object.fromEntries` defines its members, so that even `__proto__` is an own member. */
function plain<Value>(values: ReadonlyMap<string, Value>): { readonly [name: string]: Value } {
  return Object.fromEntries(values);
}
