import type { MachineDescription, StateDescription } from "../../machine/describe-machine.js";
import type { InputKind } from "../../runtime/machine.js";
import { printKey, printText } from "./print-literal.js";

/** The names of all states, as a union type. */
export function printStateType(machine: MachineDescription): string {
  return union([...machine.states.keys(), "success", "failure"]);
}

/** The outcomes of one state, as a union type. */
export function printOutcomeType(state: StateDescription): string {
  return union([...state.meta.outcomes.keys()]);
}

/** The inputs of one state, as an object type. */
export function printInputType({ meta: { inputs } }: StateDescription): string {
  if (inputs === "any") return "{ readonly [input: string]: unknown }";
  // The type `{}` would accept any object.
  if (inputs.size === 0) return "{ readonly [input: string]: never }";
  return `{${[...inputs].map(([name, kind]) => `readonly ${printKey(name)}?: ${printKind(kind)}`).join("; ")}}`;
}

function printKind(kind: InputKind): string {
  switch (kind) {
    case "text":
      return "string";
    case "flag":
      return "boolean";
    case "attribute":
      return "string | number | boolean";
    case "any":
      return "unknown";
    default:
      return union(kind);
  }
}

function union(names: readonly string[]): string {
  return names.length === 0 ? "never" : names.map(printText).join(" | ");
}
