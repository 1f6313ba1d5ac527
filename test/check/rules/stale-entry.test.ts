import { expect, test } from "vitest";
import { checkExport, graphOnly, messagesIn } from "../../support/check-text.js";
import { exportOf, failureId, nodeIds, successId } from "../../support/login-export.js";

const [ask, check] = nodeIds;
const nodes = { [ask]: { type: "UsernameCollectorNode", connections: { outcome: successId } } };

test("an entry that no node has is reported at its place", () => {
  const value = exportOf(nodes);
  const found = checkExport({ ...value, tree: { ...(value.tree as object), entryNodeId: check } });
  expect(graphOnly(found).map(({ code, place }) => [code, place.pointer])).toEqual([
    ["stale-entry", "/tree/entryNodeId"],
  ]);
});

test("an entry that is nearly the id of a node is misspelt, here or there", () => {
  const value = exportOf(nodes);
  const found = checkExport({ ...value, tree: { ...(value.tree as object), entryNodeId: `${ask}8` } });
  expect(found.find(({ code }) => code === "stale-entry")?.help).toBe(
    `One of the two is misspelt: node "UsernameCollectorNode" has the id "${ask}".`,
  );
});

test("a node, an end and a placeholder are entries", () => {
  for (const entryNodeId of [ask, failureId, "&{esv.entry}"]) {
    const value = exportOf(nodes);
    const found = checkExport({ ...value, tree: { ...(value.tree as object), entryNodeId } });
    expect(messagesIn("stale-entry", found)).toEqual([]);
  }
});
