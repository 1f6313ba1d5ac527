import { defineCodes, quote } from "../define-codes.js";

/** JRN35x: pages and the nodes that they show together. */
export const pageCodes = defineCodes({
  "empty-page": {
    id: "JRN351",
    severity: "error",
    title: (a: { page: string }) => `Page ${quote(a.page)} has no nodes`,
    why: "The platform cannot show a page with nothing on it and answers with an error.",
    help: () => "Put a node on the page, or remove the page.",
  },
  "silent-page-child": {
    id: "JRN352",
    severity: "warning",
    title: (a: { node: string; type: string }) =>
      `Node ${quote(a.node)} shows nothing on its page: ${a.type} does not ask the user anything`,
    why: "A page runs all its nodes before it shows anything, and again after each answer. A node that asks nothing belongs before or after the page.",
    help: () => "Move it out of the page.",
  },
  "several-deciding-children": {
    id: "JRN353",
    severity: "error",
    title: (a: { page: string; node: string }) =>
      `Node ${quote(a.node)} on page ${quote(a.page)} has several outcomes, but another node decides where the page leads`,
    why: "A page takes its outcome from one of its nodes; the platform refuses a page in which another node has several outcomes.",
    help: () => "Move it to the end of the page, or give it a page of its own.",
  },
  "child-without-outcome": {
    id: "JRN354",
    severity: "error",
    title: (a: { page: string; node: string }) => `Node ${quote(a.node)} on page ${quote(a.page)} has no outcome`,
    why: "The platform refuses a page whose nodes do not all have an outcome.",
    help: () => "Give the node an outcome in its settings, or move it out of the page.",
  },
  "page-without-question": {
    id: "JRN355",
    severity: "warning",
    title: (a: { page: string }) => `Page ${quote(a.page)} shows nothing to the user`,
    why: "None of its nodes sends anything that a login page shows, so the page is skipped or fails.",
    help: () => "Add a node that asks or tells the user something.",
  },
  "metadata-decides-page": {
    id: "JRN356",
    severity: "error",
    title: (a: { page: string; node: string }) =>
      `Page ${quote(a.page)} ends with ${quote(a.node)}, which never has an outcome`,
    why: "The last node decides where the page leads. A node that only sends metadata never has an outcome, so the platform fails.",
    help: () => "Put it before the nodes that ask.",
  },
  "stale-page-outcomes": {
    id: "JRN357",
    severity: "warning",
    title: (a: { node: string; child: string; outcomes: readonly string[]; problem: "missing" | "gone" }) =>
      a.problem === "missing"
        ? `Page ${quote(a.node)} has no connection for ${a.outcomes.map(quote).join(", ")} of node ${quote(a.child)}`
        : `Page ${quote(a.node)} has a connection for ${a.outcomes.map(quote).join(", ")}, which node ${quote(a.child)} no longer has`,
    why: "The outcomes of a page are those of its inner node, which has other ones now. The page still lists the earlier ones, and a user who gets a new one is stuck.",
    help: () => "Connect the new outcomes, and remove the connections of earlier ones.",
  },
});
