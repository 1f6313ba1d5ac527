import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [ask, child] = nodeIds;
const page = (nodes: readonly object[] | undefined) => ({
  ...exportOf({
    [ask]: { type: "PageNode", connections: { outcome: successId }, body: nodes ? { nodes: nodes as never } : {} },
  }),
});

test("a page that lists no nodes is reported", () => {
  expect(messagesIn("empty-page", checkExport(page([])))).toEqual(['Page "PageNode" has no nodes']);
  expect(messagesIn("empty-page", checkExport(page(undefined)))).toHaveLength(1);
});

test("a page with a node, and one whose settings are missing, are not", () => {
  const value = page([{ _id: child, displayName: "Name", nodeType: "UsernameCollectorNode" }]);
  expect(messagesIn("empty-page", checkExport(value))).toEqual([]);
  expect(messagesIn("empty-page", checkExport({ ...value, nodes: {} }))).toEqual([]);
});
