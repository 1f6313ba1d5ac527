import type { Journey } from "../model/model.js";
import type { AnyMachine, EndState, NodeState } from "../runtime/machine.js";
import type { Json } from "../text/json.js";
import { describeMachine, type StateDescription, valuesOf } from "../write/machine/describe-machine.js";
import { nodeInputs } from "../write/machine/node-inputs.js";

/** The machine of a journey as data: what `build --target machine` writes as TypeScript. */
export function machineOfJourney(journey: Journey): AnyMachine {
  const { initial, settings, states } = describeMachine(journey);
  const end: EndState = { type: "final" };
  const named = states.map((state) => [state.name, describeState(state)] as const);
  return {
    id: journey.id,
    initial,
    meta: {
      settings: Object.fromEntries(settings),
      scripts: journey.scripts.map(({ name, id, body, title, properties }) => ({
        name,
        id,
        body,
        properties: Object.fromEntries<Json>([["name", title], ...valuesOf(properties)]),
      })),
    },
    states: Object.fromEntries<NodeState | EndState>([...named, ["success", end], ["failure", end]]),
  };
}

function describeState({ name, node, outcomes, inputs }: StateDescription): NodeState {
  const targets = outcomes.flatMap((each) => (each.target === undefined ? [] : [[each.name, each.target] as const]));
  const children = node.children.map((child) => ({
    name: child.name,
    ...nodeData(child),
    outcomes: Object.fromEntries(child.outcomes.map(({ id, displayName }) => [id, { id, displayName }])),
    inputs: inputData(nodeInputs(child)),
  }));
  return {
    on: Object.fromEntries(targets),
    meta: {
      ...(name !== node.name && { name: node.name }),
      ...nodeData(node),
      outcomes: Object.fromEntries(
        outcomes.map(({ name: outcome, id, displayName, child }) => [
          outcome,
          { id, displayName, ...(child !== undefined && { child }) },
        ]),
      ),
      inputs: inputData(inputs),
      ...(children.length > 0 && { children }),
    },
  };
}

function nodeData({ id, typeId, version, displayName, properties }: Journey["nodes"][number]) {
  return { id, type: typeId, version, displayName, properties: Object.fromEntries(valuesOf(properties)) };
}

function inputData(inputs: StateDescription["inputs"]) {
  return inputs === "any" ? inputs : Object.fromEntries(inputs);
}
