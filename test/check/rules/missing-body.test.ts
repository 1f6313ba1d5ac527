import { expect, test } from "vitest";
import { checkExport } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const [ask, check] = nodeIds;
const nodes = {
  [ask]: { type: "UsernameCollectorNode", title: "Who?", connections: { outcome: check } },
  [check]: { type: "DataStoreDecisionNode", connections: { true: successId, false: failureId } },
};

test("a node without settings is reported, and nothing else about it", () => {
  const value = exportOf(nodes);
  const { [ask]: _, ...others } = value.nodes as Record<string, object>;
  const found = checkExport({ ...value, nodes: others });
  expect(found.filter(({ id }) => /^JRN[1-4]/.test(id)).map(({ message }) => message)).toEqual([
    'The settings of node "Who?" are missing',
  ]);
});

test("what is left of a removed node is to be removed, which is told once", () => {
  const count = { type: "LoginCountDecisionNode", connections: { true: successId, false: failureId } };
  const value = exportOf({ ...nodes, [nodeIds[2]]: count });
  const { [nodeIds[2]]: _, ...others } = value.nodes as Record<string, object>;
  const told = ["missing-body", "unreachable-node"];
  const found = checkExport({ ...value, nodes: others }).filter(({ code }) => told.includes(code));
  // Nobody gets there, so that nothing fails.
  expect(found.map(({ code, severity, help }) => [code, severity, help])).toEqual([
    ["missing-body", "warning", "Nothing leads to the node: remove it from the journey."],
  ]);
});

test("a tree alone is one note, and no rule goes by settings that nobody knows", () => {
  const { tree } = exportOf({
    [ask]: { type: "UsernameCollectorNode", connections: { outcome: check } },
    [check]: { type: "PatchObjectNode", connections: { PATCHED: successId, FAILURE: failureId } },
  });
  const found = checkExport({ tree });
  expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    ["missing-body", "info", 'The settings of all 2 nodes of journey "Login" are missing'],
  ]);
});

test("what a page without settings holds is not known, so it may ask for anything", () => {
  const value = exportOf({
    [ask]: { type: "PageNode", connections: { outcome: check } },
    [check]: { type: "PatchObjectNode", connections: { PATCHED: successId, FAILURE: failureId } },
  });
  const { [ask]: _, ...others } = value.nodes as Record<string, object>;
  expect(checkExport({ ...value, nodes: others }).map(({ code }) => code)).toEqual(["missing-body"]);
});
