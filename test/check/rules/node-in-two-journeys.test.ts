import { expect, test } from "vitest";
import { type CheckedText, checkTogether } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const [shared, alone] = nodeIds;

function text(name: string, retries: number, { id = shared, wrong = "failure" } = {}): CheckedText {
  const nodes = `node Retry: RetryLimitDecision {
    retryLimit: ${retries}
    Retry -> success
    Reject -> ${wrong}
  }`;
  return {
    language: "journey",
    text: `journey ${name} {\n  start -> Retry\n  ${nodes}\n  layout {\n    Retry "${id}"\n  }\n}\n`,
  };
}

function exported(name: string, body: object, type = "RetryLimitDecisionNode"): CheckedText {
  const whole = exportOf({
    [shared]: { type, title: "Retry", connections: { Retry: successId, Reject: failureId }, body: { ...body } },
  });
  return { language: "json", text: JSON.stringify({ ...whole, tree: { ...(whole.tree as object), _id: name } }) };
}

/** A page of one node, which has the given id. */
function onPage(name: string, page: string, required: boolean): CheckedText {
  return {
    language: "journey",
    text: `journey ${name} {
  start -> Ask
  page Ask {
    node Mail: AttributeCollector { attributesToCollect: ["mail"] required: ${required} }
    -> success
  }
  layout {
    Ask "${page}"
    Ask.Mail "${shared}"
  }
}
`,
  };
}

const found = (...texts: readonly CheckedText[]) =>
  checkTogether(texts).filter(({ code }) => code === "node-in-two-journeys");
const shown = (...texts: readonly CheckedText[]) => found(...texts).map((each) => [each.severity, each.message]);

test("one id with two settings is a warning, with both places", () => {
  const [diagnostic, ...more] = found(text("First", 3), text("Copy", 5));
  expect(more).toEqual([]);
  expect(diagnostic).toMatchObject({
    severity: "warning",
    message: 'Node "Retry" has the id of a node of journey "First", with other settings',
    help: expect.stringContaining("`layout`"),
    place: { source: { path: "test1.journey" } },
    related: [{ place: { source: { path: "test0.journey" } } }],
  });
});

test("equal settings are a note, however the nodes are connected: connections belong to the journey", () => {
  const equal = [["info", 'Node "Retry" has the id of a node of journey "First"']];
  expect(shown(text("First", 3), text("Copy", 3))).toEqual(equal);
  expect(shown(text("First", 3), text("Copy", 3, { wrong: "success" }))).toEqual(equal);
});

test("exports and texts share the realm, and a value that is left out is the default", () => {
  expect(shown(exported("First", { retryLimit: 3 }), exported("Copy", { retryLimit: 4 }))).toMatchObject([
    ["warning", expect.any(String)],
  ]);
  expect(shown(exported("First", {}), text("Copy", 3))).toMatchObject([["info", expect.any(String)]]);
  expect(found(text("First", 3), exported("Copy", { retryLimit: 4 }))[0]?.help).toContain("--new-ids");
});

test("inner nodes of pages are nodes of the realm too, and a copy is one finding", () => {
  const page = "eeeeeeee-0000-4000-8000-000000000001";
  expect(shown(onPage("First", page, true), onPage("Copy", page, false))).toEqual([
    ["warning", 'Node "Ask.Mail" has the id of a node of journey "First", with other settings'],
  ]);
  expect(shown(onPage("First", page, true), onPage("Copy", page, true))).toEqual([
    ["info", 'Node "Ask" has the id of a node of journey "First", and so has 1 more node'],
  ]);
  expect(shown(onPage("First", page, true), onPage("Copy", alone, false))).toMatchObject([
    ["warning", expect.stringContaining("Ask.Mail")],
  ]);
});

test("nodes of two types, of ids of their own, and of one journey given twice do not meet", () => {
  expect(found(exported("First", {}), exported("Copy", {}, "MeterNode"))).toEqual([]);
  expect(found(text("First", 3), text("Copy", 5, { id: alone }))).toEqual([]);
  expect(found(exported("First", { retryLimit: 3 }), exported("First", { retryLimit: 4 }))).toEqual([]);
});

test("a reference without its settings tells nothing", () => {
  const tree = JSON.parse(exported("Copy", {}).text) as { tree: object };
  expect(found(text("First", 3), { language: "json", text: JSON.stringify({ ...tree, nodes: {} }) })).toEqual([]);
});
