import { describe, expect, test } from "vitest";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { ReadResult } from "../../../src/export-json/read/read-result.js";
import { withResidue } from "../../../src/export-json/residue.js";
import type { Json, JsonObject } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";

const page2 = "11111111-0000-4000-8000-000000000007";

interface Parts {
  readonly tree: JsonObject;
  /** All bodies, with the type of each. */
  readonly bodies: readonly (JsonObject & { readonly _id: string; readonly _type: JsonObject })[];
}

/** Two pages: the inner node of the second has the id of an inner node of the first, or of a node of the tree, and another type. */
function twoPages(shared: string): Parts {
  const { tree, nodes, innerNodes } = exportFixture();
  const first = nodes[ids.page] as JsonObject;
  const { nodes: _, ...rest } = first;
  const children = [{ _id: shared, displayName: "Consent", nodeType: "AttributeCollectorNode", nodeVersion: "1.0" }];
  const second = { ...rest, _id: page2, nodes: children };
  const consent = {
    _id: shared,
    _outcomes: [{ id: "outcome", displayName: "Outcome" }],
    _type: { _id: "AttributeCollectorNode", collection: true, name: "Attribute Collector", version: "1.0" },
    attributesToCollect: ["preferences/updates"],
  };
  const references = tree.nodes as Record<string, JsonObject>;
  return {
    tree: {
      ...tree,
      nodes: {
        ...references,
        [ids.page]: { ...references[ids.page], connections: { outcome: page2 } },
        [page2]: { ...references[ids.page], displayName: "More", connections: { outcome: ids.store } },
      },
    },
    bodies: [...Object.values(nodes), ...Object.values(innerNodes), second, consent] as Parts["bodies"],
  };
}

const text = (value: unknown) => JSON.stringify(value, null, 2);
const ofFile = (value: Json) => readExport(new SourceFile("x.json", text(value)), {});
const ofFolder = (files: Record<string, Json>) =>
  readFolder(new Map(Object.entries(files).map(([path, value]) => [path, text(value)])), {});

const forms: Record<string, (parts: Parts) => ReadResult> = {
  "a list with details": ({ tree, bodies }) =>
    ofFile({
      nodes: bodies.map(({ _id, _type, _outcomes, ...details }) => ({ _id, nodeType: _type._id!, details })),
      tree,
    }),
  "a list of answers": ({ tree, bodies }) =>
    ofFile({ nodes: bodies.map((body) => ({ type: body._type._id!, id: body._id, body })), tree }),
  "a folder like that of Amster": ({ tree, bodies }) =>
    ofFolder({
      "root/AuthTree/Sign In.json": { metadata: { entityType: "AuthTree", realm: "/alpha" }, data: tree },
      ...Object.fromEntries(
        bodies.map((body) => [
          `root/${body._type._id}/${body._id}.json`,
          { metadata: { entityType: body._type._id!, realm: "/alpha" }, data: body },
        ]),
      ),
    }),
  "a folder like that of fr-config-manager": ({ tree, bodies }) =>
    ofFolder({
      "realms/alpha/journeys/Sign In/Sign In.json": tree,
      ...Object.fromEntries(
        bodies.map((body) => [`realms/alpha/journeys/Sign In/nodes/${body._type._id} - ${body._id}.json`, body]),
      ),
    }),
};

describe.each(Object.entries(forms))("%s", (_, read) => {
  test.each([
    ["an inner node", ids.name, "UsernameCollectorNode"],
    ["a node of the tree", ids.store, "DataStoreDecisionNode"],
  ])("keeps the settings of a node with the id of %s, which has another type", (_what, shared, typeId) => {
    const { model, diagnostics } = read(twoPages(shared));
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["id-of-two-types", "info"]]);
    const journey = model.journeys[0]!;
    const all = journey.nodes.flatMap((node) => [node, ...node.children]);
    expect(all.filter((node) => node.id === shared).map((node) => node.typeId)).toEqual([typeId]);
    const consent = all.find((node) => node.typeId === "AttributeCollectorNode")!;
    expect(consent.properties.get("attributesToCollect")!.value).toEqual(["preferences/updates"]);
    expect(consent.page).toBe(all.find(({ id }) => id === page2)!.name);
    expect(new Set(all.map(({ id }) => id)).size).toBe(7);
    expect(withResidue(journey).raw).toBeUndefined();
  });
});

test("an export has both where one is a node of the tree, and the settings of one where both are on pages", () => {
  const exported = (shared: string) => {
    const { tree, bodies } = twoPages(shared);
    const inTree = Object.keys(tree.nodes as JsonObject);
    const bodiesOf = (isOfTree: boolean) =>
      Object.fromEntries(
        bodies
          .filter((body) => (inTree.includes(body._id) && body._type._id !== "AttributeCollectorNode") === isOfTree)
          .map((body) => [body._id, body]),
      );
    return ofFile({ tree, nodes: bodiesOf(true), innerNodes: bodiesOf(false) }).model.journeys[0]!;
  };
  const settingsOf = (shared: string, typeId: string) => {
    const { nodes, origin } = exported(shared);
    const node = nodes.flatMap((each) => [each, ...each.children]).find((each) => each.typeId === typeId)!;
    return origin.document.hasBody(node.id);
  };
  expect(["AttributeCollectorNode", "DataStoreDecisionNode"].map((type) => settingsOf(ids.store, type))).toEqual([
    true,
    true,
  ]);
  // The one under the id is the last that was written there.
  expect(["AttributeCollectorNode", "UsernameCollectorNode"].map((type) => settingsOf(ids.name, type))).toEqual([
    true,
    false,
  ]);
});

test("the outcomes of a page follow the id of the inner node that they begin with", () => {
  const { tree, bodies } = twoPages(ids.store);
  const references = tree.nodes as Record<string, JsonObject>;
  const more = { ...references[page2], version: "2.0", connections: { [`${ids.store}.outcome`]: ids.success } };
  const { model } = forms["a list of answers"]!({ bodies, tree: { ...tree, nodes: { ...references, [page2]: more } } });
  const page = model.journeys[0]!.nodes.find(({ id }) => id === page2)!;
  expect(page.connections.map(({ outcomeId }) => outcomeId)).toEqual([`${page.children[0]!.id}.outcome`]);
});
