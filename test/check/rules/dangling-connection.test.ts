import { expect, test } from "vitest";
import { checkExport, graphOnly, messagesIn } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const [ask, check, lost] = nodeIds;

test("a connection to an id that no node has is named as the canvas shows its node", () => {
  const found = checkExport(
    exportOf({ [ask]: { type: "UsernameCollectorNode", title: "Who are you?", connections: { outcome: lost } } }),
  );
  expect(graphOnly(found).map(({ code, place }) => [code, place.pointer])).toEqual([
    ["dangling-connection", `/tree/nodes/${ask}/connections/outcome`],
  ]);
  expect(graphOnly(found)[0]?.message).toBe(
    `Outcome "outcome" of node "Who are you?" leads to "${lost}", but no node has that id`,
  );
});

test("ends, nodes and placeholders are no dangling targets", () => {
  const found = checkExport(
    exportOf({
      [ask]: { type: "UsernameCollectorNode", connections: { outcome: check } },
      [check]: { type: "DataStoreDecisionNode", connections: { true: successId, false: "&{esv.target}" } },
    }),
  );
  expect(messagesIn("dangling-connection", found)).toEqual([]);
});

test("what cannot be reached is another rule's", () => {
  const found = checkExport(
    exportOf({
      [ask]: { type: "UsernameCollectorNode", connections: { outcome: failureId } },
      [check]: { type: "UsernameCollectorNode", connections: { outcome: lost } },
    }),
  );
  expect(found.map(({ code }) => code).filter((code) => !code.startsWith("same"))).toContain("unreachable-node");
  expect(messagesIn("dangling-connection", found)).toEqual([]);
});
