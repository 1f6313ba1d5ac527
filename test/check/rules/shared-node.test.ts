import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [ask, other, child] = nodeIds;
const page = (next: string, ...children: readonly string[]) => ({
  type: "PageNode",
  connections: { outcome: next },
  body: { nodes: children.map((id) => ({ _id: id, displayName: "Name", nodeType: "UsernameCollectorNode" })) },
});
const inner = {
  innerNodes: {
    [child]: {
      _id: child,
      _type: { _id: "UsernameCollectorNode" },
      _outcomes: [{ id: "outcome", displayName: "Outcome" }],
    },
  },
};

test("a node on two pages is reported at the second", () => {
  const found = checkExport({ ...exportOf({ [ask]: page(other, child), [other]: page(successId, child) }), ...inner });
  expect(found.filter(({ code }) => code === "shared-node").map(({ place }) => place.pointer)).toEqual([
    `/nodes/${other}/nodes/0`,
  ]);
});

test("a node on one page is not", () => {
  expect(messagesIn("shared-node", checkExport({ ...exportOf({ [ask]: page(successId, child) }), ...inner }))).toEqual(
    [],
  );
});
