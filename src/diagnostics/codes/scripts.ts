import { defineCodes, quote } from "../define-codes.js";
import { listedLike, nearestName } from "../suggest.js";

/** JRN22x and JRN23x: what scripts say. */
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
  "constant-assigned": {
    id: "JRN241",
    severity: "warning",
    title: (a: { script: string; line: number; name: string }) =>
      `Script ${quote(a.script)} assigns to the constant ${quote(a.name)} in line ${a.line}, which keeps its value`,
    why: "Rhino 1.7.14, the platform's script engine, passes over an assignment to a `const` without an error (in strict mode it throws one): the variable has its first value for ever.",
    help: () => "Declare it with `let` or `var`.",
  },
  "condition-assigned": {
    id: "JRN260",
    severity: "warning",
    title: (a: { script: string; line: number; kind: "assigns" | "compares" | "function" }) =>
      a.kind === "compares"
        ? `Script ${quote(a.script)} compares two values in line ${a.line}, and does nothing with the answer`
        : `A condition of script ${quote(a.script)} in line ${a.line} ${a.kind === "assigns" ? "assigns a value, and compares none" : "is a function, which is always true"}`,
    why: "`=` assigns; `===` and `==` compare. A condition that assigns a fixed value is always true, or never, and the variable has another value from there on. A comparison that stands alone changes nothing.",
    help: (a) => {
      if (a.kind === "function") return "Write `>=` for what is not less, and `<=` for what is not more.";
      return a.kind === "compares" ? "Write `=` to assign the value." : "Write `===` or `==`.";
    },
  },
  "script-outcome-not-listed": {
    id: "JRN229",
    severity: "warning",
    title: (a: {
      script: string;
      line: number;
      outcome: string;
      node: string;
      listed: readonly string[];
      /** The member that its object lacks, so that the outcome is `undefined`. */
      lacked:
        | { readonly object: string | undefined; readonly key: string; readonly members: readonly string[] }
        | undefined;
      /** Further outcomes that the node does not list, and that are like none of its own. */
      more?: readonly { readonly outcome: string; readonly line: number }[];
    }) => {
      const all = [a, ...(a.more ?? [])].map(({ outcome, line }) => `${quote(outcome)} (line ${line})`);
      const rest = all.length > 5 ? ` and ${all.length - 5} more` : "";
      const chosen =
        all.length > 1
          ? `outcomes ${all.slice(0, 5).join(", ")}${rest}`
          : `outcome ${quote(a.outcome)} in line ${a.line}`;
      return `Script ${quote(a.script)} chooses ${chosen}, which node ${quote(a.node)} does not list`;
    },
    why: "The platform takes only outcomes that the node lists: with any other one the journey ends in an error.",
    help: (a) => {
      if (a.lacked) {
        const { object, key, members } = a.lacked;
        const name = object ?? "The object";
        const right = nearestName(key, members);
        const remedy = right === undefined ? "Add it, or write one that is there." : `Write ${quote(right)}.`;
        return `${object === undefined ? name : quote(name)} has no member ${quote(key)}. ${remedy}`;
      }
      if ((a.more ?? []).length > 0)
        return "Add the outcomes to the node's `outcomes` and connect them, or choose ones that are there.";
      const nearest = listedLike(a.outcome, a.listed);
      return nearest === undefined
        ? "Add the outcome to the node's `outcomes` and connect it, or choose one that is there."
        : `Write ${quote(nearest)}, or add the outcome to the node's \`outcomes\` and connect it.`;
    },
  },
  "script-without-outcome": {
    id: "JRN240",
    severity: "warning",
    title: (a: {
      script: string;
      node: string;
      line: number;
      problem: "none" | "no-text" | "not-built" | "asked-again" | "one-text";
      /** A variable that is set instead, whose name is nearly `outcome`. */
      written: string | undefined;
    }) => {
      const script = `Script ${quote(a.script)} of node ${quote(a.node)}`;
      if (a.problem === "no-text") return `${script} sets an outcome in line ${a.line} that is no text`;
      if (a.problem === "not-built") return `${script} sets an action in line ${a.line} that is not built`;
      if (a.problem === "asked-again")
        return `${script} asks in line ${a.line} whatever the answer, and never leaves it`;
      if (a.problem === "one-text") return `${script} is nothing but one text, and sets no outcome`;
      return a.written === undefined
        ? `${script} sets no outcome on any way`
        : `${script} sets no outcome on any way, but ${quote(a.written)} in line ${a.line}`;
    },
    why: "The platform takes an outcome that is a text, or an action that `build()` gave, and passes over everything else. A node without an outcome ends the journey with an error, and one that only asks is asked again for ever.",
    help: (a) => {
      if (a.problem === "no-text") return "Set a text that the node lists, such as `String(…)` gives for `true`.";
      if (a.problem === "not-built") return 'Set what `Action.goTo("…").build()` gives.';
      if (a.problem === "one-text")
        return "It was encoded twice: let the text itself, without its quotes and backslashes, be the script.";
      if (a.problem === "asked-again")
        return "Ask only while `callbacks.isEmpty()`, and set an outcome by the answer otherwise.";
      return a.written === undefined ? "Set `outcome` to a text that the node lists on each way." : 'Write "outcome".';
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
  "unknown-library": {
    id: "JRN236",
    severity: "warning",
    title: (a: {
      script: string;
      line: number;
      library: string;
      nearest: string | undefined;
      /** The context of the script that has the name, where that is no library. */
      context?: string;
    }) =>
      a.context === undefined
        ? `Script ${quote(a.script)} requires ${quote(a.library)} in line ${a.line}, and there is no library script of this name`
        : `Script ${quote(a.script)} requires ${quote(a.library)} in line ${a.line}, which is no library: its context is ${quote(a.context)}`,
    why: "`require` finds a library script by its name on the platform, letter by letter. Without one, the script throws an error there.",
    help: (a) =>
      a.nearest === undefined ? "Bring the library script along, or correct its name." : `Write ${quote(a.nearest)}.`,
  },
  "wrong-script-context": {
    id: "JRN237",
    severity: "warning",
    title: (a: { node: string; script: string; context: string; contexts: readonly string[] }) =>
      `Node ${quote(a.node)} runs script ${quote(a.script)} of context ${quote(a.context)}`,
    why: "A script has a context, the kind of script in the admin console, and each node takes scripts of its own contexts only: the script has not the variables that the node gives it.",
    help: (a: { contexts: readonly string[] }) =>
      `Choose a script of context ${a.contexts.map((context) => `\`${context}\``).join(" or ")}.`,
  },
  "unknown-script-method": {
    id: "JRN238",
    severity: "warning",
    title: (a: {
      script: string;
      line: number;
      /** The binding and what is called on it: `logger.info`. */
      used: string;
      generation: "legacy" | "next-generation";
      /** Whether the other engine has it. */
      isOfOther: boolean;
      nearest: string | undefined;
      /** What does not have it, where that is not the engine. */
      lacking?: string;
      /** What the script does in that line, where that is no use of something that is lacking. */
      problem?: string | undefined;
    }) =>
      a.problem !== undefined
        ? `Script ${quote(a.script)} ${a.problem} in line ${a.line}`
        : `Script ${quote(a.script)} uses ${quote(a.used)} in line ${a.line}, which ${a.lacking ?? `the ${a.generation} engine`} does not have`,
    why: "The platform has two script engines, legacy (`evaluatorVersion` 1.0) and next-generation (2.0), whose objects have different methods. A script that calls one which its engine lacks throws an error there.",
    help: (a) =>
      a.isOfOther
        ? "It belongs to the other engine: write it for this one, or make a script of the other."
        : a.nearest === undefined
          ? "Correct the name."
          : a.nearest.startsWith('"')
            ? `It is an outcome: write it in quotes, \`${a.nearest}\`.`
            : `Write ${quote(a.nearest)}.`,
  },
});
