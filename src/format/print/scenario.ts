import type { ExpectStep, GivenStep, Reference, ScenarioDeclaration, ScenarioStep } from "../../syntax/ast.js";
import { printBlock } from "./body.js";
import { printName } from "./name.js";
import { lineWidth, type Printing, step } from "./printing.js";
import { printAfter } from "./property.js";
import { printOutcome, printReference } from "./reference.js";
import { printQuoted } from "./string.js";

/** Prints a scenario; its steps keep their order and the author's blank lines between them. */
export function printScenario(printing: Printing, scenario: ScenarioDeclaration, indent: string): string {
  const header = `scenario ${printQuoted(scenario.title)} of ${printSubject(scenario)}`;
  const body = { owner: scenario, members: scenario.steps, print: printStep, isApart: () => false };
  return printBlock(printing, header, body, indent);
}

function printSubject({ journey, script }: ScenarioDeclaration): string {
  return script === undefined ? printName(journey) : `script ${printReference(script)}`;
}

function printStep(printing: Printing, step: ScenarioStep, indent: string): string {
  switch (step.kind) {
    case "given":
      return printGiven(printing, step, indent);
    case "stub": {
      const start = `stub ${printReference(step.node)} -> ${printOutcome(step.outcome)}`;
      return printAfter(printing, start, step.state, indent);
    }
    case "answer": {
      const { service, operation, target, word, value } = step;
      const call = words("stub", printName(service), printName(operation), printQuoted(target), "->", printName(word));
      return printAfter(printing, call, value, indent);
    }
    case "submit":
      return printAfter(printing, words("submit", printReference(step.node)), step.inputs, indent);
    case "resume":
      return "resume";
    case "wait":
      return words("wait", step.duration?.text ?? "");
    case "expect":
      return printExpect(printing, step, indent);
    default:
      return step satisfies never;
  }
}

/** Prints a `given` step. The text of a header, a cookie and the like is on the step's line. */
function printGiven(printing: Printing, given: GivenStep, indent: string): string {
  const start = words("given", printName(given.subject), printName(given.name));
  if (given.name !== undefined && given.value?.kind === "string") return `${start} ${printQuoted(given.value)}`;
  return printAfter(printing, start, given.value, indent);
}

function printExpect(printing: Printing, expected: ExpectStep, indent: string): string {
  const start = words("expect", printName(expected.subject), printReference(expected.at), printQuoted(expected.text));
  if (expected.path === undefined) return printAfter(printing, start, expected.value, indent);
  return `${start} ${printPath(expected.path, indent, start.length)}`;
}

function printPath(path: readonly Reference[], indent: string, before: number): string {
  const references = path.map(printReference);
  const flat = `[${references.join(", ")}]`;
  if (indent.length + before + 1 + flat.length <= lineWidth) return flat;
  return `[\n${references.map((reference) => `${indent}${step}${reference},\n`).join("")}${indent}]`;
}

function words(...all: readonly string[]): string {
  return all.filter((word) => word !== "").join(" ");
}
