import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { residue, withResidue } from "../../src/export-json/residue.js";
import { journeyExport } from "../../src/export-json/write/write-export.js";
import type { Json, JsonObject } from "../../src/text/json.js";
import { applyPatch } from "../../src/text/merge-patch.js";
import { SourceFile } from "../../src/text/source-file.js";
import { anyEdits, editJson } from "../support/edit-json.js";
import { exportFixture, fixtureIds as ids } from "../support/export-fixture.js";
import { canonicalJourney, withSharedIds } from "../support/same-journey.js";

function readOne(value: Json) {
  const source = new SourceFile("x.json", JSON.stringify({ trees: { "Sign In": value } }));
  const { model, diagnostics } = readExport(source, {});
  const [journey] = model.journeys;
  return { journey, original: journey?.origin.document.json, diagnostics };
}

/** An export read and written again; `undefined` where the reader finds no journey in it. */
function rebuilt(value: Json): JsonObject | undefined {
  const { journey, original, diagnostics } = readOne(value);
  if (!journey || !original) {
    expect(diagnostics).not.toEqual([]);
    return undefined;
  }
  const raw = residue(journey, original);
  const written = journeyExport({ ...journey, raw: undefined });
  return withSharedIds(raw === undefined ? written : applyPatch(written, raw), diagnostics);
}

describe("residue", () => {
  test("nothing is left of an export of today", () => {
    const { journey, original } = readOne(exportFixture());
    expect(residue(journey!, original!)).toBeUndefined();
    expect(withResidue(journey!)).toBe(journey);
  });

  test("revisions, headers, empty containers, key spelling and script encoding are no difference", () => {
    const { innerNodes, ...fixture } = exportFixture();
    fixture.tree._rev = "1";
    (fixture.nodes[ids.store] as Record<string, Json>)._rev = "2";
    const script = fixture.scripts[ids.script] as Record<string, Json>;
    script.script = Buffer.from(JSON.parse(script.script as string) as string, "utf8").toString("base64");
    const value = { ...fixture, innernodes: innerNodes, origin: "x", meta: {}, variable: {}, themes: [] };
    const { journey, original } = readOne(value);
    expect(residue(journey!, original!)).toBeUndefined();
  });

  test("the encoding of a script is no difference beside scripts of another encoding; its text is one", () => {
    const fixture = exportFixture();
    const first = fixture.scripts[ids.script] as Record<string, Json>;
    fixture.scripts.plain = { ...first, _id: "plain", name: "Plain", script: "var a = 1;" };
    fixture.scripts.lines = { ...first, _id: "lines", name: "Lines", script: ["var a = 1;", ""] };
    const { journey, original } = readOne(fixture);
    expect(residue(journey!, original!)).toBeUndefined();
    const scripts = journey!.scripts.map((script) => (script.id === "plain" ? { ...script, body: "other" } : script));
    expect(residue({ ...journey!, scripts }, original!)).toEqual({ scripts: { plain: { script: "var a = 1;" } } });
  });

  test.each<[string, (fixture: ReturnType<typeof exportFixture>) => void, JsonObject]>([
    ["an unknown member of the export", (f) => Object.assign(f, { extra: { a: 1 } }), { extra: { a: 1 } }],
    [
      "a body without a node",
      (f) => Object.assign(f.nodes, { stray: { _id: "stray" } }),
      { nodes: { stray: { _id: "stray" } } },
    ],
    [
      "a node without a body",
      (f) => {
        delete f.nodes[ids.store];
      },
      { nodes: { [ids.store]: null } },
    ],
    [
      "an inner node without a body",
      (f) => {
        delete f.innerNodes[ids.name];
      },
      { innerNodes: { [ids.name]: null } },
    ],
    [
      "a member of a reference",
      (f) => Object.assign((f.tree.nodes as JsonObject)[ids.store]!, { config: { a: 1 } }),
      { tree: { nodes: { [ids.store]: { config: { a: 1 } } } } },
    ],
    [
      "a member that is null",
      (f) => Object.assign((f.tree.nodes as JsonObject)[ids.store]!, { note: null }),
      { [`/tree/nodes/${ids.store}/note`]: null },
    ],
    [
      "a body with another id",
      (f) => Object.assign(f.nodes[ids.store]!, { _id: "other" }),
      { nodes: { [ids.store]: { _id: "other" } } },
    ],
    [
      "a place of its own on the canvas",
      (f) => Object.assign(f.tree.staticNodes!, { node3: { x: 1 } }),
      { tree: { staticNodes: { node3: { x: 1 } } } },
    ],
    [
      "a tree without nodes",
      (f) => {
        delete f.tree.nodes;
        f.nodes = {};
        f.innerNodes = {};
      },
      { tree: { nodes: null } },
    ],
  ])("%s is left", (_name, change, raw) => {
    const fixture = exportFixture();
    change(fixture);
    const { journey, original } = readOne(fixture);
    expect(residue(journey!, original!)).toEqual(raw);
  });
});

test("whatever is edited in an export: it never crashes, and never loses a field", () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      const fixture: JsonObject = exportFixture();
      editJson(fixture, edits);
      const parsed = JSON.parse(JSON.stringify(fixture)) as JsonObject;
      const result = rebuilt(parsed);
      if (result) expect(canonicalJourney(result)).toBe(canonicalJourney(parsed));
    }),
    { numRuns: 300 },
  );
});
