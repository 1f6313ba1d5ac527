import fc from "fast-check";
import { expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { residue, withResidue } from "../../src/export-json/residue.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import type { ExportOptions, Journey } from "../../src/model/model.js";
import type { Json, JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { hostileText } from "../support/hostile-text.js";
import { connection, journey, node, outcome, settings } from "../support/journey-fixture.js";
import { canonicalJourney } from "../support/same-journey.js";

const anyOptions: fc.Arbitrary<ExportOptions> = fc.record(
  {
    nodeVersions: fc.boolean(),
    outcomes: fc.boolean(),
    coordinates: fc.boolean(),
    defaults: fc.constant(true),
    scriptEncoding: fc.constantFrom("json", "base64", "lines"),
    nodeVersionPlaces: fc.subarray(["references", "types", "children"] as const),
    types: fc.constantFrom<boolean | "ids" | "plain">(true, false, "ids", "plain"),
    staticNodes: fc.constantFrom<boolean | "empty" | "given">(true, false, "empty", "given"),
    treeId: fc.boolean(),
    uiConfig: fc.boolean(),
    bodies: fc.boolean(),
    nodeVersionNumbers: fc.boolean(),
  },
  { requiredKeys: ["nodeVersions", "outcomes", "coordinates", "defaults", "scriptEncoding"] },
);

const anyPosition = fc.option(fc.record({ x: fc.integer(), y: fc.double({ noNaN: true, noDefaultInfinity: true }) }), {
  nil: undefined,
});

const anyNode = fc.record({
  typeId: fc.constantFrom("DataStoreDecisionNode", "ScriptedDecisionNode", "PageNode", "AcmeNode"),
  displayName: hostileText,
  version: fc.constantFrom("1.0", "2.0"),
  outcomes: fc.uniqueArray(hostileText, { maxLength: 3 }),
  targets: fc.array(fc.nat(9), { maxLength: 3 }),
  coordinates: anyPosition,
  properties: fc.dictionary(
    hostileText.filter((name) => !name.startsWith("_") && name !== "nodes"),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    { maxKeys: 3 },
  ),
});

/** Journeys of a few nodes, wired at random, to ends and to nowhere too. */
const anyJourney: fc.Arbitrary<Journey> = fc
  .record({ nodes: fc.array(anyNode, { maxLength: 5 }), options: anyOptions, description: hostileText })
  .map(({ nodes, options, description }) => {
    const names = nodes.map((_, index) => `n${index}`);
    const targetAt = (index: number) =>
      names[index] ?? (index === 8 ? "#nowhere" : index === 9 ? "success" : "failure");
    const built = nodes.map(({ typeId, displayName, version, outcomes, targets, coordinates, properties }, index) =>
      node(
        names[index]!,
        {},
        {
          typeId,
          displayName,
          version,
          coordinates,
          outcomes: outcomes.map((id) => outcome(id)),
          connections: outcomes.slice(0, targets.length).map((id, at) => connection(id, targetAt(targets[at]!))),
          properties: settings(properties),
        },
      ),
    );
    const entry = names[0];
    return { ...journey(entry, built), settings: settings({ description, enabled: true }), exportOptions: options };
  });

function readBack(text: string): Journey {
  const { model, diagnostics } = readExport(new SourceFile("x.json", text), {});
  expect(diagnostics).toEqual([]);
  return withResidue(model.journeys[0]!);
}

test("random models: what is written is read, and written again the same to the byte", () => {
  fc.assert(
    fc.property(anyJourney, (model) => {
      const { text } = writeExport(model);
      const again = readBack(text);
      expect(writeExport(again).text).toBe(text);
      const [journeyObject] = Object.values((JSON.parse(text) as { trees: Record<string, JsonObject> }).trees);
      expect(residue(again, journeyObject!)).toEqual(again.raw);
      expect(canonicalJourney(journeyObject!)).not.toBe("");
    }),
    { numRuns: 300 },
  );
});
