import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../support/corpus.js";
import { exportFixture, fixtureIds as ids } from "../support/export-fixture.js";

const root = join(import.meta.dirname, "..", "..");
const schema = JSON.parse(readFileSync(join(root, "schema", "export.schema.json"), "utf8")) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

describe("schema/export.schema.json", () => {
  test("accepts what is written", () => {
    const source = new SourceFile("x.json", JSON.stringify({ trees: { "Sign In": exportFixture() } }));
    const [journey] = readExport(source, {}).model.journeys;
    validate(JSON.parse(writeExport(journey!).text));
    expect(validate.errors).toBeNull();
  });

  test.each<[string, (fixture: ReturnType<typeof exportFixture>) => void]>([
    ["a journey without a tree", (fixture) => Reflect.deleteProperty(fixture, "tree")],
    ["a tree without an entry", (fixture) => Reflect.deleteProperty(fixture.tree, "entryNodeId")],
    [
      "a target that is no text",
      (fixture) =>
        Object.assign(fixture.tree.nodes as object, { x: { nodeType: "A", displayName: "", connections: { a: 1 } } }),
    ],
    [
      "an inner node without a type",
      (fixture) => Object.assign(fixture.nodes[ids.page] as object, { nodes: [{ _id: "a", displayName: "A" }] }),
    ],
    ["a script that is a number", (fixture) => Object.assign(fixture.scripts[ids.script] as object, { script: 1 })],
  ])("refuses %s", (_name, change) => {
    const fixture = exportFixture();
    change(fixture);
    expect(validate({ trees: { "Sign In": fixture } })).toBe(false);
  });

  test.skipIf(!corpusIsThere)("accepts the exports of the corpus", () => {
    for (const { file, variant } of corpusEntries().filter((entry) => entry.variant?.layout === "export-trees")) {
      validate(JSON.parse(readCorpus(file)));
      expect(validate.errors, `${file} ${variant?.layout}`).toBeNull();
    }
  });
});
