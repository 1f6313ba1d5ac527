import { describe, expect, test } from "vitest";
import { readExport } from "../../../src/export-json/read/read-export.js";
import type { Json } from "../../../src/text/json.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";

type Fixture = ReturnType<typeof exportFixture>;

/** The document of the fixture after a change, and the text that it was read from. */
function documentOf(change: (fixture: Fixture) => void = () => {}) {
  const fixture = exportFixture();
  change(fixture);
  const source = new SourceFile("x.json", JSON.stringify({ trees: { "Sign In": fixture } }));
  const { document } = readExport(source, {}).model.journeys[0]!.origin;
  return document;
}

function bodyIn(container: Record<string, Json>, id: string): Record<string, Json> {
  return container[id] as Record<string, Json>;
}

describe("ExportDocument", () => {
  test("knows which nodes have a body, wherever it stands", () => {
    const document = documentOf(({ nodes, innerNodes }) => {
      delete nodes[ids.store];
      nodes[ids.name] = innerNodes[ids.name]!;
      delete innerNodes[ids.name];
      innerNodes[ids.password] = "no object";
    });
    const having = [ids.page, ids.store, ids.name, ids.password].map((id) => document.hasBody(id));
    expect(having).toEqual([true, false, true, false]);
  });

  test("knows whether a body lists its outcomes", () => {
    const document = documentOf(({ nodes }) => {
      delete bodyIn(nodes, ids.store)._outcomes;
    });
    expect([ids.store, ids.risk, "none"].map((id) => document.listsOutcomes(id))).toEqual([false, true, false]);
  });

  test("a page is empty only where its body is there and lists nothing", () => {
    const emptyWith = (listed: Json | undefined) =>
      documentOf(({ nodes }) => {
        if (listed === undefined) delete bodyIn(nodes, ids.page).nodes;
        else bodyIn(nodes, ids.page).nodes = listed;
      }).isEmptyPage(ids.page);
    expect([undefined, [], ["?"], "?"].map(emptyWith)).toEqual([true, true, false, false]);
    expect(documentOf().isEmptyPage("none")).toBe(false);
  });

  test("finds entries of pages whose node was there before, at their places", () => {
    const document = documentOf(({ nodes }) => {
      const listed = bodyIn(nodes, ids.page).nodes as Json[];
      listed.push(listed[0]!, { _id: ids.risk, displayName: "Risk", nodeType: "ScriptedDecisionNode" });
    });
    const found = document.repeatedNodes().map(({ id, place }) => [id, place.pointer]);
    const listed = `/trees/Sign In/nodes/${ids.page}/nodes`;
    expect(found).toEqual([
      [ids.name, `${listed}/2`],
      [ids.risk, `${listed}/3`],
    ]);
    expect(documentOf().repeatedNodes()).toEqual([]);
    expect(documentOf().nodesOnPages()).toEqual(new Set([ids.name, ids.password]));
  });

  test("finds bodies that belong to no node, in every spelling of their section", () => {
    const document = documentOf((fixture) => {
      fixture.nodes.stray = { _type: { _id: "MessageNode" } };
      fixture.innerNodes.other = {};
      Object.assign(fixture, { innernodes: { third: {}, [ids.name]: {} } });
    });
    expect(document.strayBodies().map(({ id, typeId, place }) => [id, typeId, place.pointer])).toEqual([
      ["stray", "MessageNode", "/trees/Sign In/nodes/stray"],
      ["other", undefined, "/trees/Sign In/innerNodes/other"],
      ["third", undefined, "/trees/Sign In/innernodes/third"],
    ]);
    expect(documentOf().strayBodies()).toEqual([]);
  });

  test("inner nodes of a page whose settings are missing are not called stray, and others are", () => {
    const document = documentOf((fixture) => {
      delete fixture.nodes[ids.page];
      fixture.nodes.stray = { _type: { _id: "MessageNode" } };
    });
    expect(document.strayBodies().map(({ id }) => id)).toEqual(["stray"]);
  });
});
