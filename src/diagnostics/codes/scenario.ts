import { defineCodes, quote } from "../define-codes.js";

/** JRN9xx: running scenarios. */
export const scenarioCodes = defineCodes({
  "failed-expectation": {
    id: "JRN901",
    severity: "error",
    title: (a: { expected: string; found: string }) => `Expected ${a.expected}, found ${a.found}`,
    why: "The journey does not do what the scenario says it must.",
    help: () => "The path below shows which way the journey went. Correct the journey, or the scenario.",
  },
  "impossible-step": {
    id: "JRN902",
    severity: "error",
    title: (a: { step: string; problem: string }) => `Cannot ${a.step}: ${a.problem}`,
    why: "The journey is not where the scenario expects it, or does not ask for what the scenario answers.",
    help: () => "The path below shows where the journey is now.",
  },
  "undecided-node": {
    id: "JRN903",
    severity: "error",
    title: (a: { node: string; reason: string }) => `Nothing decides node ${quote(a.node)}: ${a.reason}`,
    why: "A node that needs a third party cannot run in the simulation, so the scenario must say what it would have done.",
    help: (a) => `Decide it with \`stub ${a.node} -> …\`.`,
  },
  "journey-error": {
    id: "JRN904",
    severity: "error",
    title: (a: { node: string | undefined; problem: string }) =>
      `The journey ended in an error${a.node === undefined ? "" : ` at node ${quote(a.node)}`}: ${a.problem}`,
    why: "The platform would answer with an error here, and the user would learn nothing more.",
    help: () => "Correct the node, or write `expect error` if the error is intended.",
  },
  "invalid-step": {
    id: "JRN905",
    severity: "error",
    title: (a: { problem: string }) => a.problem,
    why: "The step has no meaning as it is written, so the scenario cannot run.",
  },
  "script-error": {
    id: "JRN906",
    severity: "error",
    title: (a: { script: string; problem: string }) => `Script ${quote(a.script)} ended in an error: ${a.problem}`,
    why: "On the platform the journey would end here, and the user would learn nothing more.",
    help: () => "Correct the script, or write `expect error` if the error is intended.",
  },
  "unanswered-call": {
    id: "JRN907",
    severity: "error",
    title: (a: { call: string }) => `Nothing answers the call ${quote(a.call)}`,
    why: "Nothing is sent while scenarios run, so the scenario must say what a call of a script gets for an answer.",
  },
  "script-not-simulated": {
    id: "JRN908",
    severity: "error",
    title: (a: { script: string; reason: string }) => `Script ${quote(a.script)} cannot run here: ${a.reason}`,
    why: "The script uses something of the platform that the simulation does not have.",
    help: () => "Move what the simulation lacks into a script of its own, and test the rest.",
  },
  "script-warning": {
    id: "JRN909",
    severity: "warning",
    title: (a: { script: string; warning: string }) => `Script ${quote(a.script)}: ${a.warning}`,
    why: "The script went on in a way of which it is not certain that the platform goes it, too.",
  },
  "step-without-effect": {
    id: "JRN910",
    severity: "warning",
    title: (a: { problem: string }) => a.problem,
    why: "The scenario runs as if the step were not there, so it tests something else than it says.",
  },
  "impossible-expectation": {
    id: "JRN911",
    severity: "warning",
    title: (a: { problem: string }) => a.problem,
    why: "Whatever the journey does, it cannot come to what the step expects.",
  },
});
