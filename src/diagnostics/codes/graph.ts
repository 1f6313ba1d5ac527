import { defineCodes, quote } from "../define-codes.js";

/** JRN3xx: connections between nodes, pages and journeys. */
export const graphCodes = defineCodes({
  "stale-entry": {
    id: "JRN301",
    severity: "error",
    title: (a: { journey: string; id: string }) =>
      `Journey ${quote(a.journey)} starts at ${quote(a.id)}, but no node has that id`,
    why: "The platform stores the journey, but answers with an error as soon as somebody starts it.",
    help: () => "Let it start at one of its nodes.",
  },
  "dangling-connection": {
    id: "JRN302",
    severity: "error",
    title: (a: { node: string; outcome: string; id: string }) =>
      `Outcome ${quote(a.outcome)} of node ${quote(a.node)} leads to ${quote(a.id)}, but no node has that id`,
    why: "The platform stores the connection, but answers with an error when a user takes it.",
    help: () => "Connect the outcome to a node of the journey, or to one of its ends.",
  },
  "unconnected-outcome": {
    id: "JRN303",
    severity: "warning",
    title: (a: { node: string; outcomes: readonly string[] }) =>
      a.outcomes.length === 1
        ? `Outcome ${someNames(a.outcomes)} of node ${quote(a.node)} leads nowhere`
        : `Outcomes ${someNames(a.outcomes)} of node ${quote(a.node)} lead nowhere`,
    why: "The platform stores the journey, but answers with an error when a user takes such an outcome.",
    help: (a) => (a.outcomes.length === 1 ? "Connect the outcome." : "Connect the outcomes."),
  },
  "stale-connection": {
    id: "JRN304",
    severity: "warning",
    title: (a: { node: string; outcomes: readonly string[] }) =>
      a.outcomes.length === 1
        ? `Node ${quote(a.node)} has a connection for ${someNames(a.outcomes)}, but no such outcome`
        : `Node ${quote(a.node)} has connections for ${someNames(a.outcomes)}, but no such outcomes`,
    why: "The connection is never taken: it was left behind when the node's settings changed, or its outcome is misspelt.",
    help: () => "Remove the connection, or give the node that outcome.",
  },
  "unreachable-node": {
    id: "JRN305",
    severity: "warning",
    title: (a: { name: string; others: number; leadsToStart?: boolean }) =>
      a.others === 0
        ? `Node ${quote(a.name)} cannot be reached from start`
        : `Node ${quote(a.name)} and ${a.others} more behind it cannot be reached from start`,
    why: "No path leads here, so this part of the journey is uploaded but never runs.",
    help: (a) =>
      a.leadsToStart
        ? "It leads to the start of the journey, and may have been the start: let `start` lead to it, or remove it."
        : "Let an outcome lead to it, or remove it.",
  },
  "no-way-out": {
    id: "JRN306",
    severity: "warning",
    title: (a: { name: string; others: number }) =>
      a.others === 0
        ? `No path from node ${quote(a.name)} leads to an end of the journey`
        : `No path from node ${quote(a.name)} and ${a.others} more behind it leads to an end of the journey`,
    why: "A user who gets here can neither succeed nor fail, and is stuck until the journey times out.",
    help: () => "Let an outcome lead to success or failure.",
  },
  "loop-without-question": {
    id: "JRN307",
    severity: "warning",
    title: (a: { path: string }) => `Loop that never asks the user anything: ${a.path}`,
    why: "The platform runs nodes one after another until one asks the user. In this loop none does, so it runs without a pause until the session times out.",
    help: () => "Add a node that asks the user to the loop, or limit it with a Retry Limit Decision.",
  },
  "unlimited-retry": {
    id: "JRN308",
    severity: "warning",
    title: (a: { node: string; path: string }) => `Node ${quote(a.node)} can be tried without limit: ${a.path}`,
    why: "Credentials can be guessed without limit when nothing in the loop counts the attempts or locks the account.",
    help: () => "Put a Retry Limit Decision, an Account Lockout or another limit into the loop.",
  },
  "missing-body": {
    id: "JRN309",
    severity: "error",
    title: (a: { node: string } | { journey: string; nodes: number }) =>
      "node" in a
        ? `The settings of node ${quote(a.node)} are missing`
        : `The settings of all ${a.nodes} nodes of journey ${quote(a.journey)} are missing`,
    why: "The journey names the node, but the export has no object with its id. The import is refused, or the node does not work.",
    help: (a: { node: string } | { nodes: number }) =>
      "node" in a
        ? "Export the journey again."
        : "A tree alone does not say what its nodes do, and only its arrows are checked: export the journey with its nodes.",
  },
  "orphan-body": {
    id: "JRN310",
    severity: "info",
    title: (a: { type: string; id: string }) =>
      `Settings of a node that the journey does not have: ${a.type} ${quote(a.id)}`,
    why: "Neither the journey nor one of its pages names this node, so the platform stores it and never uses it.",
    help: () => "Remove it from the export.",
  },
  "shared-node": {
    id: "JRN311",
    severity: "warning",
    title: (a: { id: string }) => `The node with the id ${quote(a.id)} is used in two places of the journey`,
    why: "The platform stores one node under an id: a change in one place also changes the other.",
    help: () => "Give the second place a node of its own.",
  },
  "same-title": {
    id: "JRN312",
    severity: "info",
    title: (a: { title: string; count: number }) => `${a.count} nodes are called ${quote(a.title)}`,
    why: "They cannot be told apart on the canvas and in logs.",
    help: () => "Give each a name of its own.",
  },
  "failure-goes-on": {
    id: "JRN313",
    severity: "warning",
    title: (a: { node: string; outcomes: readonly string[]; done: string | undefined; task: "check" | "write" }) => {
      const [who, lead] = a.outcomes.length === 1 ? ["Outcome", "leads"] : ["Outcomes", "lead"];
      const where = a.done === undefined ? "to success" : `where ${quote(a.done)} does`;
      return `${who} ${someNames(a.outcomes)} of node ${quote(a.node)} ${lead} ${where}`;
    },
    why: "Whoever fails gets on like everybody else: a wrong password or code counts as a right one, or a change that was not saved as a saved one.",
    help: (a) =>
      a.task === "check"
        ? `Lead ${a.outcomes.length === 1 ? "it" : "them"} to failure, or back to the question with a limit of retries.`
        : `Lead ${a.outcomes.length === 1 ? "it" : "them"} to failure, or to a message that says that nothing was saved.`,
  },
  "success-fails": {
    id: "JRN314",
    severity: "warning",
    title: (a: { node: string; outcome: string }) =>
      `Outcome ${quote(a.outcome)} of node ${quote(a.node)} never leads to success`,
    why: "Who has passed this node is turned away all the same, or asked again. Often two outcomes were swapped, or an arrow was drawn to the wrong end.",
    help: () => "Lead it on to what comes next, or to success.",
  },
  "contrary-outcome": {
    id: "JRN317",
    severity: "warning",
    title: (a: { node: string; outcome: string; target: string; says: string; does: string }) =>
      `Outcome ${quote(a.outcome)} of node ${quote(a.node)} says that ${a.says}, and leads to ${quote(a.target)}, ${a.does}`,
    why: "Only the opposite outcome has a use for what comes there: two outcomes were exchanged, or an arrow was drawn to the wrong node.",
  },
  "retry-limit-without-effect": {
    id: "JRN315",
    severity: "warning",
    title: (a: { node: string; same: boolean; passed?: string | undefined }) =>
      a.same
        ? `Both outcomes of node ${quote(a.node)} lead to the same node, so nothing is limited`
        : a.passed !== undefined
          ? `Outcome "Reject" of node ${quote(a.node)} leads on as ${quote(a.passed)} does, so nobody is rejected`
          : `Outcome "Reject" of node ${quote(a.node)} leads back to it, and "Retry" does not`,
    why: "`Retry` is for another try, and `Reject` for the time when there were enough. Wired in another way, the node limits nothing.",
    help: () => "Lead `Retry` back to the question, and `Reject` to failure or to what locks the account.",
  },
  "used-before-created": {
    id: "JRN316",
    severity: "warning",
    title: (a: { node: string; creator: string }) =>
      `Node ${quote(a.node)} works on an account that node ${quote(a.creator)} only creates behind it`,
    why: "There is no such account yet, so the node does nothing or fails. If there were one, it could not be created.",
    help: (a) => `Put ${quote(a.node)} behind ${quote(a.creator)}.`,
  },
  "refuted-require": {
    id: "JRN341",
    severity: "error",
    title: (a: { node: string; target: string; path: string }) =>
      `${quote(a.target)} can be reached without ${quote(a.node)}: ${a.path}`,
    why: "`require A before B` says that every path from start to B goes through A, and here is one that does not.",
    help: () => "Lead this path through the node or its last arrow elsewhere, or remove the rule.",
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
