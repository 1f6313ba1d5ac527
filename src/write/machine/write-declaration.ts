import { describeMachine, type MachineDescription, type StateDescription } from "../../machine/describe-machine.js";
import type { Journey } from "../../model/model.js";
import { declarationHead } from "./declaration-head.js";
import { machineIdentifiers } from "./machine-identifier.js";
import { anyText, printLiteralType, typeKey } from "./print-literal-type.js";
import { printInputType, printOutcomeType, printStateType } from "./print-types.js";

/**
 * Writes the types of what a `.journey` text exports where a bundler imports it: the text of `<name>.d.journey.ts`, which TypeScript
 * takes with `allowArbitraryExtensions`. The types are those of the machine target.
 */
export function writeDeclaration(journeys: readonly Journey[]): string {
  const names = machineIdentifiers(journeys);
  const parts = [declarationHead];
  for (const [journey, name] of names) parts.push(declare(name, describeMachine(journey)));
  const [only] = names.values();
  if (names.size === 1) parts.push(`export default ${only};\n`);
  // A file without an export would declare nothing but itself.
  if (names.size === 0) parts.push("export {};\n");
  return parts.join("\n");
}

function declare(name: string, machine: MachineDescription): string {
  return [
    `export type ${name}State = ${printStateType(machine)};\n`,
    declareEach(`${name}Outcomes`, machine, printOutcomeType),
    declareEach(`${name}Inputs`, machine, printInputType),
    `export declare const ${name}: ${printLiteralType(literalOf(machine))};\n`,
  ].join("\n");
}

function declareEach(name: string, { states }: MachineDescription, print: (state: StateDescription) => string): string {
  const members = [...states].map(([state, description]) => `  readonly ${typeKey(state)}: ${print(description)};\n`);
  return `export interface ${name} {\n${members.join("")}}\n`;
}

/** The machine's value, with its ends and without the bodies of its scripts. */
function literalOf({ id, initial, meta, states }: MachineDescription): object {
  const end = { type: "final" };
  return {
    id,
    initial,
    meta: { settings: meta.settings, scripts: meta.scripts.map((script) => ({ ...script, body: anyText })) },
    states: new Map<string, object>([...states, ["success", end], ["failure", end]]),
  };
}
