import fc from "fast-check";
import { expect, test } from "vitest";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { updateFolder } from "../../../src/config-folder/update/update-folder.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import { withResidue } from "../../../src/export-json/residue.js";
import { journeyExport } from "../../../src/export-json/write/write-export.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { listMember } from "../../../src/text/json-members.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { anyEdits, editJson } from "../../support/edit-json.js";
import { fixtureIds } from "../../support/export-fixture.js";
import { folderLayouts } from "../../support/folder-layouts.js";
import { canonicalJourney } from "../../support/same-journey.js";

const ids = Object.values(fixtureIds).slice(0, 5);

/** Edits an object at random, and gives it back what makes it this object. */
function editMembers(
  object: Record<string, Json>,
  edits: Parameters<typeof editJson>[1],
  kept: readonly string[],
): void {
  const before = structuredClone(object);
  editJson(object, edits);
  for (const name of kept) {
    delete object[name];
    if (Object.hasOwn(before, name)) object[name] = before[name]!;
  }
}

/** Removes a node of the tree, with its body and its inner nodes. */
function removeNode(value: JsonObject, id: string): void {
  const { nodes, innerNodes, tree } = value as unknown as Record<string, Record<string, Json>>;
  const children = listMember((nodes?.[id] ?? {}) as JsonObject, "nodes");
  for (const child of children) delete innerNodes?.[String((child as JsonObject)._id)];
  delete nodes?.[id];
  delete (tree!.nodes as Record<string, Json>)[id];
}

/** Adds a copy of a node under another id. */
function addNode(value: JsonObject, id: string, copy: string): void {
  const { nodes, tree } = value as unknown as Record<string, Record<string, Json>>;
  const references = tree!.nodes as Record<string, Json>;
  const body = nodes?.[id] as JsonObject | undefined;
  if (body === undefined || references[id] === undefined) return;
  references[copy] = structuredClone(references[id]);
  nodes![copy] = { ...structuredClone(body), _id: copy, ...(Object.hasOwn(body, "nodes") ? { nodes: [] } : {}) };
}

/** A script in a file of its own stays there, and is not read where nothing runs it. */
function dropUnusedScripts(value: JsonObject): void {
  const { nodes, scripts, tree } = value as unknown as Record<string, Record<string, Json>>;
  const named = new Set(
    Object.entries(tree!.nodes as Record<string, JsonObject>)
      .filter(([, reference]) => reference.nodeType === "ScriptedDecisionNode")
      .map(([id]) => (nodes?.[id] as JsonObject | undefined)?.script),
  );
  for (const id of Object.keys(scripts ?? {})) if (!named.has(id)) delete scripts![id];
}

const change = fc.record({
  body: fc.constantFrom(...ids),
  bodyEdits: anyEdits,
  treeEdits: anyEdits,
  removed: fc.option(fc.constantFrom(...ids)),
  added: fc.option(fc.constantFrom(...ids)),
});

test.each(Object.entries(folderLayouts))("whatever is edited goes back into its place: %s", (_, texts) => {
  const files = new Map(Object.entries(texts));
  const before = readFolder(files, {}).model.journeys.find(({ id }) => id === "Sign In")!;
  fc.assert(
    fc.property(change, ({ body, bodyEdits, treeEdits, removed, added }) => {
      const value = structuredClone(before.origin.document.json) as JsonObject;
      const sections = value as Record<string, Record<string, Json>>;
      const own = (sections.nodes?.[body] ?? sections.innerNodes?.[body]) as Record<string, Json> | undefined;
      if (own !== undefined) editMembers(own, bodyEdits, ["_id", "_type", "nodes"]);
      editMembers(sections.tree!, treeEdits, ["_id", "nodes", "entryNodeId"]);
      if (removed !== null) removeNode(value, removed);
      if (added !== null) addNode(value, added, "99999999-0000-4000-8000-000000000009");
      if (Object.keys(texts).some((path) => /\.js$|\/scriptconfigurations\//.test(path))) dropUnusedScripts(value);
      const text = JSON.stringify({ trees: { "Sign In": value } });
      const journey = withResidue(readExport(new SourceFile("x.json", text), {}).model.journeys[0]!);
      const after = new Map(files);
      for (const written of updateFolder([{ journey, realm: "alpha" }], files)) {
        expect(written.leftOut).toEqual([]);
        for (const [path, content] of written.files) after.set(path, content);
        for (const path of written.stale) after.delete(path);
      }
      const again = readFolder(after, {}).model.journeys.find(({ id }) => id === "Sign In");
      expect(canonicalJourney(again!.origin.document.json)).toBe(canonicalJourney(journeyExport(journey)));
    }),
    { numRuns: 20 },
  );
});

test.each(Object.entries(folderLayouts))("what a layout has no form for is told: %s", (_, texts) => {
  const files = new Map(Object.entries(texts));
  const before = readFolder(files, {}).model.journeys.find(({ id }) => id === "Sign In")!;
  fc.assert(
    fc.property(anyEdits, (edits) => {
      const value = structuredClone(before.origin.document.json) as JsonObject;
      editJson(value, edits);
      const text = JSON.stringify({ trees: { "Sign In": value } });
      const [read] = readExport(new SourceFile("x.json", text), {}).model.journeys;
      if (read === undefined) return;
      const journey = withResidue(read);
      const after = new Map(files);
      const told: string[] = [];
      for (const written of updateFolder([{ journey, realm: "alpha" }], files)) {
        told.push(...written.leftOut.map(({ id }) => id));
        for (const [path, content] of written.files) after.set(path, content);
        for (const path of written.stale) after.delete(path);
      }
      const again = readFolder(after, {}).model.journeys.find(({ id }) => id === "Sign In");
      const isSame =
        again !== undefined &&
        canonicalJourney(again.origin.document.json) === canonicalJourney(journeyExport(journey));
      if (!isSame) expect(told).not.toEqual([]);
    }),
    { numRuns: 20 },
  );
});
