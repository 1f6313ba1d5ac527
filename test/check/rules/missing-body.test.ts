import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
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

test("a tree alone has no settings at all", () => {
  const { tree } = exportOf(nodes);
  expect(messagesIn("missing-body", checkExport({ tree }))).toEqual([]);
});
