import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const [check] = nodeIds;

test("connections that the list of outcomes does not have are reported once a node", () => {
  const connections = { true: successId, false: failureId, True: successId, False: failureId };
  const found = checkExport(
    exportOf({ [check]: { type: "DataStoreDecisionNode", connections, outcomes: ["true", "false"] } }),
  );
  expect(messagesIn("stale-connection", found)).toEqual([
    'Node "DataStoreDecisionNode" has connections for "False", "True", but no such outcomes',
  ]);
});

test("where the export lists no outcomes, the catalogue is not believed against it", () => {
  const connections = { true: successId, false: failureId, locked: failureId };
  const found = checkExport(exportOf({ [check]: { type: "DataStoreDecisionNode", connections, outcomes: null } }));
  expect(messagesIn("stale-connection", found)).toEqual([]);
});
