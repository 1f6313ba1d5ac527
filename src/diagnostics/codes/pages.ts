import { defineCodes, quote } from "../define-codes.js";

/** JRN35x: nodes that are shown together. */
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
      `Node ${quote(a.node)} shows nothing on its page: ${a.type} asks nothing`,
    why: "A page runs all its nodes before it shows anything, and again after every answer; a node that asks nothing has its place before or after the page.",
    help: () => "Move it out of the page.",
  },
  "several-deciding-children": {
    id: "JRN353",
    severity: "error",
    title: (a: { page: string; node: string }) =>
      `Node ${quote(a.node)} on page ${quote(a.page)} has several outcomes, but does not decide`,
    why: "The outcome of a page is that of one of its nodes; the platform refuses a page in which another has a choice of outcomes.",
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
    why: "None of its nodes sends anything that a login page shows, so the page passes by unseen or fails.",
    help: () => "Put a node on it that asks or tells the user something.",
  },
  "metadata-decides-page": {
    id: "JRN356",
    severity: "error",
    title: (a: { page: string; node: string }) =>
      `Page ${quote(a.page)} ends with ${quote(a.node)}, which has no answer`,
    why: "The last node decides where the page leads; one that only sends metadata never has an answer, and the platform fails.",
    help: () => "Put it before the nodes that ask.",
  },
});
