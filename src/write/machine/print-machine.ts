import {
  type MachineDescription,
  type OutcomeDescription,
  type StateDescription,
  valuesOf,
} from "../../machine/describe-machine.js";
import { type NodeInputs, nodeInputs } from "../../machine/node-inputs.js";
import type { JourneyNode, Script } from "../../model/model.js";
import type { InputKind } from "../../runtime/machine.js";
import type { Json } from "../../text/json.js";
import { printKey, printLiteral, printText, quoteLines } from "./print-literal.js";

/** Writes the machine's object. Prettier keeps an object open whose first member stands on a line of its own. */
export function printMachine(machine: MachineDescription): string {
  const { journey, states } = machine;
  return openObject([
    ["id", printText(journey.id)],
    ["initial", printText(machine.initial)],
    [
      "meta",
      openObject([
        ["settings", printMap(machine.settings, printLiteral)],
        ["scripts", `[${journey.scripts.map(printScript).join(",\n")}]`],
      ]),
    ],
    [
      "states",
      openObject([
        ...states.map((state) => [state.name, printState(state)] as const),
        ["success", '{ type: "final" }'],
        ["failure", '{ type: "final" }'],
      ]),
    ],
  ]);
}

function printState(state: StateDescription): string {
  const { node, outcomes } = state;
  const connected = outcomes.filter((outcome) => outcome.target !== undefined);
  return openObject([
    ["on", closedObject(connected.map((outcome) => [outcome.name, printText(outcome.target ?? "")]))],
    [
      "meta",
      openObject([
        ...(state.name === node.name ? [] : [["name", printText(node.name)] as const]),
        ...nodeMembers(node, outcomes, state.inputs),
        ...(node.children.length === 0
          ? []
          : [["children", `[${node.children.map(printChild).join(",\n")}]`] as const]),
      ]),
    ],
  ]);
}

function printChild(child: JourneyNode): string {
  const outcomes = child.outcomes.map(({ id, displayName }) => ({
    name: id,
    id,
    displayName,
    child: undefined,
    target: undefined,
  }));
  return openObject([["name", printText(child.name)], ...nodeMembers(child, outcomes, nodeInputs(child))]);
}

function nodeMembers(
  node: JourneyNode,
  outcomes: readonly OutcomeDescription[],
  inputs: NodeInputs,
): readonly Member[] {
  return [
    ["id", printText(node.id)],
    ["type", printText(node.typeId)],
    ["version", printText(node.version)],
    ["displayName", printText(node.displayName)],
    ["outcomes", closedObject(outcomes.map((outcome) => [outcome.name, printOutcome(outcome)]))],
    ["inputs", inputs === "any" ? '"any"' : printMap(inputs, (kind: InputKind) => printLiteral(kind))],
    ["properties", printMap(valuesOf(node.properties), printLiteral)],
  ];
}

function printOutcome({ id, displayName, child }: OutcomeDescription): string {
  const ofChild = child === undefined ? [] : [["child", printText(child)] as const];
  return closedObject([["id", printText(id)], ["displayName", printText(displayName)], ...ofChild]);
}

function printScript(script: Script): string {
  return openObject([
    ["name", printText(script.name)],
    ["id", printText(script.id)],
    [
      "properties",
      printMap(new Map<string, Json>([["name", script.title], ...valuesOf(script.properties)]), printLiteral),
    ],
    ["body", quoteLines(script.body)],
  ]);
}

type Member = readonly [key: string, value: string];

function openObject(members: readonly Member[]): string {
  return `{\n${closedMembers(members)}\n}`;
}

function closedObject(members: readonly Member[]): string {
  return `{${closedMembers(members)}}`;
}

function closedMembers(members: readonly Member[]): string {
  return members.map(([key, value]) => `${printKey(key)}: ${value}`).join(",");
}

function printMap<Value>(values: ReadonlyMap<string, Value>, print: (value: Value) => string): string {
  return closedObject([...values].map(([key, value]) => [key, print(value)]));
}
