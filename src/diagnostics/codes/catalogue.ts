import { defineCodes, quote } from "../define-codes.js";

/**
 * JRN2xx: node types and their settings. What the catalogue says of values is a warning: it knows some releases, and a
 * tenant that runs a newer one must be able to build what it has exported. A project makes them errors in its configuration.
 */
export const catalogueCodes = defineCodes({
  "unknown-node-type": {
    id: "JRN201",
    severity: "warning",
    title: (a: { type: string }) => `Node type ${quote(a.type)} is not in the catalogue`,
    why: "Its properties and outcomes cannot be checked; they are written to the export unchanged.",
    help: () => "Correct the name, or declare the type with `extern node`.",
  },
  "wrong-value-type": {
    id: "JRN202",
    severity: "warning",
    title: (a: { property: string; expected: string; found: string }) =>
      `${quote(a.property)} must be ${a.expected}, not ${a.found}`,
    why: "As far as the catalogue knows, the platform refuses a node whose property holds a value of another kind.",
    help: (a) =>
      a.expected === "a text" ? "Put the value in quotes." : "Write a value of that kind, or an ESV placeholder.",
  },
  "value-not-allowed": {
    id: "JRN203",
    severity: "warning",
    title: (a: { property: string; value: string; allowed: readonly string[] }) =>
      `${quote(a.property)} cannot be ${quote(a.value)}`,
    why: "As far as the catalogue knows, the platform accepts a fixed set of values for this property and refuses any other. Upper and lower case matter.",
    help: (a) => `Use one of ${a.allowed.map(quote).join(", ")}.`,
  },
  "value-out-of-range": {
    id: "JRN204",
    severity: "warning",
    title: (a: { property: string; value: number; limit: string }) =>
      `${quote(a.property)} must be ${a.limit}, not ${a.value}`,
    why: "As far as the catalogue knows, the platform refuses a number outside the range of the property.",
    help: (a) => `Write a number that is ${a.limit}.`,
  },
  "empty-value": {
    id: "JRN205",
    severity: "warning",
    title: (a: { property: string; what: string; isLeftOut?: boolean }) =>
      `${quote(a.property)} must not be ${a.isLeftOut === true ? `left out: it is ${a.what} then` : a.what}`,
    why: "As far as the catalogue knows, the platform refuses a node in which this property is empty.",
    help: () => "Give it a value.",
  },
  "invalid-node-type": {
    id: "JRN206",
    severity: "error",
    title: (a: { type: string; member: string; problem: string }) =>
      a.member === ""
        ? `The description of node type ${quote(a.type)} ${a.problem}`
        : `${quote(a.member)} in the description of node type ${quote(a.type)} ${a.problem}`,
    why: "With a wrong description of the node type, wrong journeys would pass and correct ones be refused.",
    help: () => "docs/catalogue.md lists the members that describe a node type.",
  },
});
