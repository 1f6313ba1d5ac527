import { defineCodes, quote } from "../define-codes.js";
import { nearestName } from "../suggest.js";

/** JRN22x: what scripts say. */
export const scriptCodes = defineCodes({
  "broken-script": {
    id: "JRN221",
    severity: "error",
    title: (a: { script: string; line: number; problem: string }) =>
      `Script ${quote(a.script)} cannot be read: ${a.problem}, in line ${a.line}`,
    why: "The platform cannot compile the script either: each node that runs it ends the journey with an error.",
    help: () => "Correct the script at this place, or shortly before it.",
  },
  "script-syntax-refused": {
    id: "JRN222",
    severity: "error",
    title: (a: { script: string; line: number; name: string; instead: string }) =>
      `Script ${quote(a.script)} has ${a.name} in line ${a.line}, which the platform's engine does not compile`,
    why: "The platform runs scripts with Rhino 1.7.14, which lacks some of the syntax of newer JavaScript. The whole script does not run: each node that has it ends the journey with an error.",
    help: (a) => a.instead,
  },
  "script-function-missing": {
    id: "JRN223",
    severity: "warning",
    title: (a: { script: string; line: number; name: string }) =>
      `Script ${quote(a.script)} uses ${quote(a.name)} in line ${a.line}, which the platform's engine does not have`,
    why: "The platform runs scripts with Rhino 1.7.14, which lacks some functions of newer JavaScript and all of browsers and Node. The script throws an error when it comes there.",
    help: () => "Write it with functions that Rhino has, or bring the function along in the script.",
  },
  "const-in-loop": {
    id: "JRN224",
    severity: "warning",
    title: (a: { script: string; line: number; name: string }) =>
      `In script ${quote(a.script)}, \`const ${a.name}\` in line ${a.line} keeps the value of the loop's first pass`,
    why: "In Rhino 1.7.14, the platform's script engine, `const` belongs to the whole function and is set once: later passes of the loop see the value of the first, without an error.",
    help: () => "Write `let` or `var`.",
  },
  "script-outcome-not-listed": {
    id: "JRN229",
    severity: "warning",
    title: (a: { script: string; line: number; outcome: string; node: string; listed: readonly string[] }) =>
      `Script ${quote(a.script)} chooses outcome ${quote(a.outcome)} in line ${a.line}, which node ${quote(a.node)} does not list`,
    why: "The platform takes only outcomes that the node lists: with any other one the journey ends in an error.",
    help: (a) => {
      const nearest = nearestName(a.outcome, a.listed);
      return nearest === undefined
        ? "Add the outcome to the node's `outcomes` and connect it, or choose one that is there."
        : `Write ${quote(nearest)}, or add the outcome to the node's \`outcomes\` and connect it.`;
    },
  },
  "outcome-never-chosen": {
    id: "JRN230",
    severity: "info",
    title: (a: { node: string; script: string; outcomes: readonly string[] }) =>
      `Script ${quote(a.script)} never chooses ${a.outcomes.length === 1 ? "outcome" : "outcomes"} ${a.outcomes.map(quote).join(", ")} of node ${quote(a.node)}`,
    why: "What the outcome leads to is never reached from here: the script was changed and the list was not, or a name is misspelt.",
    help: () => "Remove the outcome from the node's `outcomes`, or let the script choose it.",
  },
});
