import { describeMachine } from "../../machine/describe-machine.js";
import type { Journey } from "../../model/model.js";
import { machineIdentifiers } from "./machine-identifier.js";
import { printText } from "./print-literal.js";
import { printMachine } from "./print-machine.js";

/** Writes the machines of a text as a JavaScript module, each under the name that its TypeScript has too. */
export function writeModule(journeys: readonly Journey[]): string {
  return exporting(journeys, (journey) => printMachine(describeMachine(journey)));
}

/** Writes a module of texts about the journeys of one text, such as their pictures. */
export function writeTextModule(journeys: readonly Journey[], write: (journey: Journey) => string): string {
  return exporting(journeys, (journey) => printText(write(journey)));
}

/** Writes a module of JSON about the journeys of one text, such as their exports. */
export function writeJsonModule(journeys: readonly Journey[], write: (journey: Journey) => string): string {
  // As JSON, `__proto__` is a member like any other; in a literal it would set the prototype.
  return exporting(journeys, (journey) => `/* @__PURE__ */ JSON.parse(${printText(write(journey))})`);
}

/** The only journey of a text is its default export as well. */
function exporting(journeys: readonly Journey[], value: (journey: Journey) => string): string {
  const names = machineIdentifiers(journeys);
  const lines = journeys.map((journey) => `export const ${names.get(journey)} = ${value(journey)};\n`);
  const [first] = journeys;
  if (first !== undefined && journeys.length === 1) lines.push(`export default ${names.get(first)};\n`);
  return lines.join("");
}
