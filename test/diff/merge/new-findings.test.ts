import { expect, test } from "vitest";
import { newFindings } from "../../../src/diff/merge/new-findings.js";
import type { JsonObject } from "../../../src/text/json.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";
import type { LooseExport } from "../../support/import-support.js";

function exportOf(edit: (journey: LooseExport) => void): JsonObject {
  const journey: LooseExport = structuredClone(exportFixture());
  edit(journey);
  return { trees: { "Sign In": journey } };
}

const whole = exportOf(() => {});
const withoutStore = exportOf((journey) => {
  delete journey.tree.nodes[ids.store];
  delete journey.nodes[ids.store];
});

test("an arrow to a node that is gone is told, once, with what is wrong", () => {
  const [finding, ...others] = newFindings("a.json", withoutStore, [whole, whole]);
  expect(finding).toEqual({ where: "the journey", message: expect.stringContaining(ids.store) });
  expect(others).toEqual([]);
});

test("what either side had before is not told", () => {
  expect(newFindings("a.json", withoutStore, [withoutStore, whole])).toEqual([]);
  expect(newFindings("a.json", withoutStore, [whole, withoutStore])).toEqual([]);
  expect(newFindings("a.json", whole, [whole, whole])).toEqual([]);
});

test.each<[string, (journey: LooseExport) => void, string]>([
  ["a start that is gone", (journey) => (journey.tree.entryNodeId = ids.script), ids.script],
  ["a node without its settings", (journey) => delete journey.nodes[ids.store], "Check"],
  [
    "settings without a node",
    (journey) => (journey.nodes.extra = { ...journey.nodes[ids.store], _id: "extra" }),
    "extra",
  ],
  [
    "a node that two pages show",
    (journey) => {
      journey.tree.nodes.twin = { ...journey.tree.nodes[ids.page] };
      journey.nodes.twin = { ...journey.nodes[ids.page], _id: "twin" };
    },
    `The node with the id "${ids.name}" is used in two places of the journey`,
  ],
])("%s is a misfit", (_what, edit, expected) => {
  const messages = newFindings("a.json", exportOf(edit), [whole, whole]).map(({ message }) => message);
  expect(
    messages.some((message) => message.includes(expected)),
    messages.join("\n"),
  ).toBe(true);
});

test("what is only unwise is not told", () => {
  const unwise = exportOf((journey) => {
    journey.tree.nodes[ids.store].connections.false = ids.page;
    journey.tree.description = "";
  });
  expect(newFindings("a.json", unwise, [whole, whole])).toEqual([]);
});
