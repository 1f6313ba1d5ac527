import { defineCodes, quote } from "../define-codes.js";

/** JRN3xx: how nodes, pages and journeys hang together. */
export const graphCodes = defineCodes({
  "stale-entry": {
    id: "JRN301",
    severity: "error",
    title: (a: { journey: string; id: string }) =>
      `Journey ${quote(a.journey)} starts at ${quote(a.id)}, which no node has as its id`,
    why: "The platform stores the journey, and answers with an error as soon as anybody starts it.",
    help: () => "Let it start at one of its nodes.",
  },
  "dangling-connection": {
    id: "JRN302",
    severity: "error",
    title: (a: { node: string; outcome: string; id: string }) =>
      `Outcome ${quote(a.outcome)} of node ${quote(a.node)} leads to ${quote(a.id)}, which no node has as its id`,
    why: "The platform stores the connection, and answers with an error when a user gets there.",
    help: () => "Connect the outcome to a node of the journey, or to one of its ends.",
  },
  "unconnected-outcome": {
    id: "JRN303",
    severity: "warning",
    title: (a: { node: string; outcomes: readonly string[] }) =>
      `Node ${quote(a.node)} leads nowhere on ${someNames(a.outcomes)}`,
    why: "The platform stores the journey, and answers with an error when a user takes such an outcome.",
    help: (a) => (a.outcomes.length === 1 ? "Connect the outcome." : "Connect the outcomes."),
  },
  "stale-connection": {
    id: "JRN304",
    severity: "warning",
    title: (a: { node: string; outcomes: readonly string[] }) =>
      `Node ${quote(a.node)} is connected on ${someNames(a.outcomes)}, which it does not have as ${a.outcomes.length === 1 ? "an outcome" : "outcomes"}`,
    why: "The connection is never taken: it stayed behind when the settings of the node changed, or its outcome is spelt wrongly.",
    help: () => "Remove the connection, or give the node that outcome.",
  },
  "unreachable-node": {
    id: "JRN305",
    severity: "warning",
    title: (a: { name: string; others: number }) =>
      a.others === 0
        ? `Node ${quote(a.name)} cannot be reached from start`
        : `Node ${quote(a.name)} and ${a.others} more behind it cannot be reached from start`,
    why: "No path leads here, so this part of the journey is uploaded but never runs.",
    help: () => "Let an outcome lead to it, or remove it.",
  },
  "no-way-out": {
    id: "JRN306",
    severity: "warning",
    title: (a: { name: string; others: number }) =>
      a.others === 0
        ? `From node ${quote(a.name)} no path leads to an end of the journey`
        : `From node ${quote(a.name)} and ${a.others} more behind it no path leads to an end of the journey`,
    why: "Who gets here can neither succeed nor fail, and stays until the journey times out.",
    help: () => "Let an outcome lead on to success or failure.",
  },
  "loop-without-question": {
    id: "JRN307",
    severity: "warning",
    title: (a: { path: string }) => `Loop in which nobody is asked anything: ${a.path}`,
    why: "The platform runs nodes one after the other until one of them asks the user; in such a loop it goes round without a pause, until the session times out.",
    help: () => "Let the loop pass a node that asks, or limit it with a Retry Limit Decision.",
  },
  "unlimited-retry": {
    id: "JRN308",
    severity: "warning",
    title: (a: { node: string; path: string }) => `Node ${quote(a.node)} can be tried without limit: ${a.path}`,
    why: "Credentials can be guessed as often as one likes where nothing on the loop counts the attempts or locks the account.",
    help: () => "Put a Retry Limit Decision, an Account Lockout or another limit on the loop.",
  },
  "missing-body": {
    id: "JRN309",
    severity: "error",
    title: (a: { node: string }) => `The settings of node ${quote(a.node)} are missing`,
    why: "The journey names the node, but the export has no object with its id: the import is refused or the node does not work.",
    help: () => "Export the journey again.",
  },
  "orphan-body": {
    id: "JRN310",
    severity: "info",
    title: (a: { type: string; id: string }) =>
      `Settings of a node that the journey does not have: ${a.type} ${quote(a.id)}`,
    why: "Neither the journey nor one of its pages names this node, so it is stored and never used.",
    help: () => "Remove it from the export.",
  },
  "shared-node": {
    id: "JRN311",
    severity: "warning",
    title: (a: { id: string }) => `The node with the id ${quote(a.id)} stands in two places of the journey`,
    why: "The platform keeps one node under an id: whoever changes it in one place changes it in the other.",
    help: () => "Give the second one a node of its own.",
  },
  "same-title": {
    id: "JRN312",
    severity: "info",
    title: (a: { title: string; count: number }) => `${a.count} nodes are called ${quote(a.title)}`,
    why: "On the canvas and in logs they cannot be told apart.",
    help: () => "Give each a name of its own.",
  },
  "refuted-require": {
    id: "JRN341",
    severity: "error",
    title: (a: { node: string; target: string; path: string }) =>
      `${quote(a.target)} can be reached without ${quote(a.node)}: ${a.path}`,
    why: "`require A before B` says that every path from start to B goes through A, and here is one that does not.",
    help: () => "Lead this path through the node, or remove the rule.",
  },
  "refuted-forbid": {
    id: "JRN342",
    severity: "error",
    title: (a: { node: string; target: string; path: string }) =>
      `${quote(a.target)} can be reached after ${quote(a.node)}: ${a.path}`,
    why: "`forbid B after A` says that no path leads from A to B, and here is one.",
    help: () => "Break this path, or remove the rule.",
  },
});

/** Names in quotes, and how many more. */
function someNames(names: readonly string[]): string {
  const shown = names.slice(0, 6).map(quote).join(", ");
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
