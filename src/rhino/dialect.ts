/** Syntax of newer JavaScript that Rhino 1.7.14 does not compile: its name, and what to write instead. */
export const refusedSyntax = {
  spread: { name: "spread (`...`)", instead: "Use `concat`, `apply` or `Object.assign`." },
  rest: { name: "a rest parameter (`...`)", instead: "Use `arguments`, or pass a list." },
  "default-value": { name: "a default value (`=`)", instead: "Set the value in the body when it is `undefined`." },
  class: { name: "`class`", instead: "Write a function that makes the object." },
  async: { name: "`async`", instead: "Leave `async` and `await` out; nothing has to be waited for." },
  "optional-chain": { name: "`?.`", instead: "Test the value first: `a ? a.b : undefined`." },
  nullish: { name: "`??`", instead: "Compare with `null`: `a == null ? b : a`." },
  "logical-assignment": { name: "`||=`, `&&=` or `??=`", instead: "Write the assignment out." },
  "const-in-for": { name: "`const` in the head of a loop", instead: "Write `let` or `var`." },
  "catch-without-name": { name: "`catch` without a name", instead: "Write `catch (e)`." },
  "catch-pattern": { name: "a pattern in `catch`", instead: "Write `catch (e)` and read the members of `e`." },
  "catch-after-all": { name: "a `catch` after one without a condition", instead: "Remove it: it is never reached." },
  "computed-key": { name: "a computed key (`[key]:`)", instead: "Make the object first, then set `object[key]`." },
  "special-method": { name: "a generator or accessor in this form", instead: "Write `name: function* () {}`." },
  "trailing-comma": { name: "a comma after the last parameter", instead: "Remove the comma." },
  "new-target": { name: "`new.target`", instead: "Use `this instanceof …`." },
  super: { name: "`super`", instead: "Name the object whose member you mean." },
  module: { name: "`import` or `export`", instead: "Use `require` and `exports` of library scripts." },
  "named-group": { name: "a named group in a regular expression", instead: "Use the group's number." },
  lookbehind: { name: "a lookbehind in a regular expression", instead: "Match what comes before as a group." },
  "pattern-modifier": { name: "modifiers in a regular expression", instead: "Set the flag for the whole expression." },
  "pattern-flag": {
    name: "a flag of a regular expression beside `g`, `i` and `m`",
    instead: "Leave the flag out; `[\\s\\S]` matches every character.",
  },
  "broken-pattern": { name: "a regular expression that is none", instead: "Correct the expression." },
  "reserved-name": { name: "a reserved word as a name", instead: "Choose another name." },
  redeclaration: {
    name: "a name that is declared twice",
    instead:
      "Rename one of the two, or declare it once: `const` belongs to the whole function there, not to its block.",
  },
} as const;

export type RefusedSyntax = keyof typeof refusedSyntax;

/** Words that are no names there. */
export const reservedNames: readonly string[] = ["await", "enum", "let", "yield"];

/** Functions of newer JavaScript that Rhino 1.7.14 does not have, by what they belong to. */
export const missingFunctions: {
  readonly static: { readonly [owner: string]: readonly string[] };
  readonly array: readonly string[];
  readonly string: readonly string[];
} = {
  static: {
    Array: ["fromAsync"],
    Map: ["groupBy"],
    Object: ["getOwnPropertyDescriptors", "groupBy", "hasOwn"],
    Promise: ["allSettled", "any", "withResolvers"],
  },
  array: ["at", "findLast", "findLastIndex", "flat", "flatMap", "toReversed", "toSorted", "toSpliced", "with"],
  string: ["at", "isWellFormed", "matchAll", "replaceAll", "toWellFormed"],
};

/** Names that browsers and Node have, and Rhino 1.7.14 has not. */
export const missingNames: readonly string[] = [
  "AggregateError",
  "Atomics",
  "Buffer",
  "Intl",
  "Proxy",
  "Reflect",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "WeakRef",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "fetch",
  "queueMicrotask",
  "setInterval",
  "setTimeout",
  "structuredClone",
];
