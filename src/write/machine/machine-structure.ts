import type { OptionalKind, PropertySignatureStructure, SourceFileStructure } from "ts-morph";
import type { MachineDescription, StateDescription } from "../../machine/describe-machine.js";
import { printKey, printText } from "./print-literal.js";
import { printMachine } from "./print-machine.js";
import { printInputType, printOutcomeType, printStateType } from "./print-types.js";

/** The ts-morph module. It is passed in, so that only the machine writer loads it. */
export type TsMorph = typeof import("ts-morph");

/**
 * The whole file as one structure. ts-morph writes it in one step; adding declarations one by one would make it parse
 * the growing file again and again.
 */
export function machineStructure(
  morph: TsMorph,
  identifier: string,
  machine: MachineDescription,
): Omit<SourceFileStructure, "kind"> {
  const { StructureKind, VariableDeclarationKind } = morph;
  const { id, states } = machine;
  const state = `${identifier}State`;
  const outcomes = `${identifier}Outcomes`;
  const inputs = `${identifier}Inputs`;
  return {
    statements: [
      `// Written by journeyc from the journey ${commentText(id)}. Do not edit: change the journey and build again.`,
      {
        kind: StructureKind.ImportDeclaration,
        isTypeOnly: true,
        leadingTrivia: "\n",
        namedImports: ["JourneyMachine"],
        moduleSpecifier: "journeyc/runtime",
      },
      {
        kind: StructureKind.TypeAlias,
        leadingTrivia: "\n",
        docs: ["The states of the journey: its nodes and its two ends."],
        isExported: true,
        name: state,
        type: printStateType(machine),
      },
      {
        kind: StructureKind.Interface,
        docs: ["The outcomes of each node."],
        isExported: true,
        name: outcomes,
        properties: properties(states, printOutcomeType),
      },
      {
        kind: StructureKind.Interface,
        docs: ["What each node may ask the user for."],
        isExported: true,
        name: inputs,
        properties: properties(states, printInputType),
      },
      {
        kind: StructureKind.VariableStatement,
        docs: [describe(machine)],
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        declarations: [
          {
            name: identifier,
            initializer: `${printMachine(machine)} as const satisfies JourneyMachine<${state}, ${outcomes}, ${inputs}>`,
          },
        ],
      },
    ],
  };
}

function properties(
  states: ReadonlyMap<string, StateDescription>,
  type: (state: StateDescription) => string,
): OptionalKind<PropertySignatureStructure>[] {
  return [...states].map(([name, state]) => ({ name: printKey(name), isReadonly: true, type: type(state) }));
}

function describe({ id, meta }: MachineDescription): string {
  const description = meta.settings.get("description");
  const told = typeof description === "string" && description.trim() !== "" ? `: ${commentText(description)}` : "";
  return `The journey ${commentText(id)}${told}.`;
}

/** A text for a comment: on one line, short, and unable to end the comment. */
function commentText(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 197)}...` : text;
  return printText(short).replaceAll("*/", "*\\/");
}
