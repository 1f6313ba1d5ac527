import { expect, test } from "vitest";
import { checkExport, messagesIn } from "../../support/check-text.js";
import { exportOf, nodeIds, successId } from "../../support/login-export.js";

const [ask, orphan, child] = nodeIds;
const page = {
  type: "PageNode",
  connections: { outcome: successId },
  body: { nodes: [{ _id: child, displayName: "Name", nodeType: "UsernameCollectorNode" }] },
};
const body = (id: string) => ({
  _id: id,
  _type: { _id: "UsernameCollectorNode" },
  _outcomes: [{ id: "outcome", displayName: "Outcome" }],
});

test("settings without a node are reported at their place", () => {
  const found = checkExport({
    ...exportOf({ [ask]: page }),
    innerNodes: { [child]: body(child), [orphan]: body(orphan) },
  });
  expect(found.filter(({ code }) => code === "orphan-body").map(({ place }) => place.pointer)).toEqual([
    `/innerNodes/${orphan}`,
  ]);
});

test("the nodes of a page belong to it, in either spelling", () => {
  for (const section of ["innerNodes", "innernodes"]) {
    const found = checkExport({ ...exportOf({ [ask]: page }), [section]: { [child]: body(child) } });
    expect(messagesIn("orphan-body", found)).toEqual([]);
  }
});
