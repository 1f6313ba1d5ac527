import type {
  MachineDescription,
  NodeDescription,
  ScriptDescription,
  StateDescription,
} from "../../machine/describe-machine.js";
import type { OutcomeMeta } from "../../runtime/machine.js";
import type { Json } from "../../text/json.js";
import { printKey, printLiteral, printText, quoteLines } from "./print-literal.js";

/**
 * Writes the machine's object. Prettier keeps an object on several lines if its first member is on a line of its own.
 */
export function printMachine({ id, initial, meta, states }: MachineDescription): string {
  return openObject([
    ["id", printText(id)],
    ["initial", printText(initial)],
    [
      "meta",
      openObject([
        ["settings", printValues(meta.settings)],
        ["scripts", printList(meta.scripts.map(printScript))],
      ]),
    ],
    [
      "states",
      openObject([
        ...[...states].map(([name, state]): Member => [name, printState(state)]),
        ["success", '{ type: "final" }'],
        ["failure", '{ type: "final" }'],
      ]),
    ],
  ]);
}

function printScript({ name, id, properties, body }: ScriptDescription): string {
  return openObject([
    ["name", printText(name)],
    ["id", printText(id)],
    ["properties", printValues(properties)],
    ["body", quoteLines(body)],
  ]);
}

function printState({ on, meta }: StateDescription): string {
  const { children } = meta;
  const pages: readonly Member[] = children
    ? [["children", printList(children.map((child) => openObject(nodeMembers(child))))]]
    : [];
  return openObject([
    ["on", printValues(on)],
    ["meta", openObject([...nodeMembers(meta), ...pages])],
  ]);
}

function nodeMembers(node: NodeDescription): readonly Member[] {
  return [
    ...(node.name === undefined ? [] : [["name", printText(node.name)] as const]),
    ["id", printText(node.id)],
    ["type", printText(node.type)],
    ["version", printText(node.version)],
    ["displayName", printText(node.displayName)],
    ["outcomes", closedObject([...node.outcomes].map(([name, outcome]) => [name, printOutcome(outcome)]))],
    ["inputs", node.inputs === "any" ? printText(node.inputs) : printValues(node.inputs)],
    ["properties", printValues(node.properties)],
  ];
}

function printOutcome(outcome: OutcomeMeta): string {
  return printValues(new Map(Object.entries(outcome)));
}

type Member = readonly [key: string, value: string];

function openObject(members: readonly Member[]): string {
  return `{\n${printMembers(members)}\n}`;
}

function closedObject(members: readonly Member[]): string {
  return `{${printMembers(members)}}`;
}

function printMembers(members: readonly Member[]): string {
  return members.map(([key, value]) => `${printKey(key)}: ${value}`).join(",");
}

function printValues(values: ReadonlyMap<string, Json>): string {
  return closedObject([...values].map(([key, value]) => [key, printLiteral(value)]));
}

function printList(items: readonly string[]): string {
  return `[${items.join(",\n")}]`;
}
