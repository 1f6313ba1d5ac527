import { expect, test } from "vitest";
import { checkModel } from "../../src/check/check-model.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import type { ReadJourney } from "../../src/export-json/read/read-result.js";
import { copyJourney } from "../../src/import/copy-journey.js";
import { deriveNodeId } from "../../src/model/ids.js";
import { allNodes } from "../../src/model/used-resources.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../support/corpus.js";
import { exportFixture } from "../support/export-fixture.js";

const read = (value: object, name = "a.json"): ReadJourney =>
  readExport(new SourceFile(name, JSON.stringify(value)), {}).model.journeys[0]!;
const idsOf = (journey: ReadJourney) => allNodes(journey.nodes).map(({ id }) => id);
const shape = (journey: ReadJourney) =>
  allNodes(journey.nodes).map(({ name, typeId, connections }) => [
    name,
    typeId,
    connections.map(({ target }) => (target.kind === "node" ? target.name : target.kind)),
  ]);

test("a copy has another name, ids of its own that are derived from it, and the same nodes", () => {
  const original = read(exportFixture());
  const copy = copyJourney(original, "Copy")!;
  expect(copy.id).toBe("Copy");
  expect(shape(copy)).toEqual(shape(original));
  expect(idsOf(copy).filter((id) => idsOf(original).includes(id))).toEqual([]);
  const [first] = copy.nodes;
  expect(first?.id).toBe(deriveNodeId("Copy", first?.name ?? ""));
  expect(copyJourney(original, "Copy")?.origin.document.json).toEqual(copy.origin.document.json);
});

test("ids inside texts follow, and those of scripts and foreign ones stay", () => {
  const [page, child] = ["aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000001"];
  const script = "cccccccc-0000-4000-8000-000000000001";
  const end = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
  const outcome = `${child}-go`;
  const copy = copyJourney(
    read({
      tree: {
        _id: "Ask",
        entryNodeId: page,
        uiConfig: { categories: "[]", annotations: JSON.stringify({ [page]: { text: "x" } }) },
        nodes: {
          [page]: { nodeType: "PageNode", version: "2.0", displayName: "Page", connections: { [outcome]: end } },
        },
      },
      nodes: {
        [page]: { _id: page, nodes: [{ _id: child, nodeType: "ScriptedDecisionNode", displayName: "Choose" }] },
      },
      innerNodes: { [child]: { _id: child, script, outcomes: ["go"] } },
      scripts: { [script]: { _id: script, name: "Choose", script: JSON.stringify(`// ${page}`) } },
      themes: [{ _id: "t", linkedTrees: ["Ask"] }],
    }),
    "Ask",
  )!;
  const text = JSON.stringify(copy.origin.document.json);
  expect(text.split(page)).toHaveLength(2);
  expect(text).not.toContain(child);
  expect(text).toContain(script);
  expect(copy.nodes[0]?.connections).toMatchObject([{ target: { kind: "success" } }]);
  expect(copy.nodes[0]?.outcomes[0]?.id).toBe(`${copy.nodes[0]?.children[0]?.id}-go`);
  expect(copyJourney(copy, "Other")?.resources[0]?.content).toMatchObject({ linkedTrees: ["Ask", "Other"] });
});

test.skipIf(!corpusIsThere)(
  "no copy of a journey of the corpus shares a node with it, and both read alike",
  { timeout: 60_000 },
  () => {
    const families = new Set<string>();
    for (const { file, kind, family = file } of corpusEntries()) {
      if (kind !== "journey" || families.has(family)) continue;
      families.add(family);
      const journey = read(JSON.parse(readCorpus(file)) as object, file);
      const copy = journey && copyJourney(journey, "A copy");
      if (copy === undefined) continue;
      expect(shape(copy).sort(), file).toEqual(shape(journey).sort());
      const found = checkModel({
        model: { journeys: [journey, copy], externTypes: new Map(), scenarios: [] },
        diagnostics: [],
        parsed: [],
      });
      expect(
        found.filter(({ code }) => code === "node-in-two-journeys"),
        file,
      ).toEqual([]);
    }
    expect(families.size).toBeGreaterThan(10);
  },
);
