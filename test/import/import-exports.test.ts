import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { importExports } from "../../src/import/import-exports.js";
import { foldFileName } from "../../src/text/file-name.js";
import type { Json, JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { exportFixture, fixtureIds as ids } from "../support/export-fixture.js";
import { importOptions } from "../support/import-support.js";

/** A journey whose script has this title and this body. */
function journeyWith(id: string, title: string, body: string): JsonObject {
  const fixture = exportFixture();
  const script = { ...(fixture.scripts[ids.script] as JsonObject), name: title, script: JSON.stringify(body) };
  return { ...fixture, tree: { ...fixture.tree, _id: id }, scripts: { [ids.script]: script } };
}

function filesOf(trees: Record<string, Json>): readonly string[] {
  const { model } = readExport(new SourceFile("x.json", JSON.stringify({ trees })), {});
  return importExports(model.journeys, importOptions).journeys.flatMap(({ fileName, files }) => [
    fileName,
    ...files.keys(),
  ]);
}

describe("files of several journeys", () => {
  test.each([
    ["\u00fcni", "u\u0308ni"],
    ["Risk", "RISK"],
  ])("%j and %j never meet on one disk, as names of scripts and of journeys", (first, second) => {
    const files = filesOf({ [first]: journeyWith(first, first, "1"), [second]: journeyWith(second, second, "2") });
    expect(files).toHaveLength(4);
    expect(new Set(files.map(foldFileName)).size).toBe(4);
  });

  test("a script that they have in common is one file", () => {
    const files = filesOf({ A: journeyWith("A", "Risk", "1"), B: journeyWith("B", "Risk", "1") });
    expect([...new Set(files)]).toEqual(["A.journey", "scripts/risk.js", "B.journey"]);
  });
});
