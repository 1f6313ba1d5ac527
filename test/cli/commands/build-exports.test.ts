import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareExports } from "../../../scripts/compare-exports.mjs";
import type { JsonObject } from "../../../src/text/json.js";
import { corpusIsThere, corpusSample, readCorpus } from "../../support/corpus.js";
import { runCommand } from "../../support/fake-host.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** The journeys of a file by id: under `trees`, or one at the top. */
function journeysIn(text: string): ReadonlyMap<string, JsonObject> {
  const document = JSON.parse(text) as { trees?: Record<string, JsonObject>; tree?: { _id?: string } };
  if (document.trees !== undefined) return new Map(Object.entries(document.trees));
  return new Map([[document.tree?._id ?? "Journey", document as JsonObject]]);
}

/** Builds an export and returns its journeys with the messages about them. */
async function build(text: string, ...options: readonly string[]) {
  const folder = temporaryFolder({ "Journey.json": text });
  const { code, talk } = await runCommand(folder, ["build", "Journey.json", "--out", "out", ...options]);
  expect(code, talk).toBe(0);
  return { folder: join(folder, "out"), talk };
}

/** Whatever the journeys of an export lose or gain by building it. */
async function differences(text: string, ...options: readonly string[]): Promise<readonly string[]> {
  const { folder } = await build(text, ...options);
  const built = new Map(
    readdirSync(folder).flatMap((file) =>
      file.startsWith(".") ? [] : [...journeysIn(readFileSync(join(folder, file), "utf8"))],
    ),
  );
  return [...journeysIn(text)].flatMap(([id, wanted]) => {
    const found = built.get(id);
    return found === undefined ? [`${id} is missing`] : (compareExports(wanted, found) ?? []);
  });
}

/** A node, a member of its reference that no catalogue knows, and the settings of a node that is gone. */
const withStrayBody = JSON.stringify({
  trees: {
    Check: {
      tree: {
        _id: "Check",
        entryNodeId: "11111111-1111-4111-8111-111111111111",
        nodes: {
          "11111111-1111-4111-8111-111111111111": {
            connections: {
              true: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0",
              false: "e301438c-0bd0-429c-ab0c-66126501069a",
            },
            displayName: "Data Store Decision",
            nodeType: "DataStoreDecisionNode",
            note: "kept by import",
          },
        },
      },
      nodes: {
        "11111111-1111-4111-8111-111111111111": {
          _id: "11111111-1111-4111-8111-111111111111",
          _type: { _id: "DataStoreDecisionNode", collection: true, name: "Data Store Decision" },
        },
        "22222222-2222-4222-8222-222222222222": {
          _id: "22222222-2222-4222-8222-222222222222",
          _type: { _id: "ScriptedDecisionNode", collection: true, name: "Scripted Decision" },
          outcomes: ["true"],
          script: "33333333-3333-4333-8333-333333333333",
        },
      },
    },
  },
});

/** A journey without nodes, but with the settings and the position of one that is gone. */
const withStaticNode = JSON.stringify({
  trees: {
    Demo: {
      tree: {
        _id: "Demo",
        entryNodeId: "e301438c-0bd0-429c-ab0c-66126501069a",
        nodes: {},
        staticNodes: { startNode: { x: 1, y: 2 }, "c1111111-1111-4111-8111-111111111111": { x: 5, y: 6 } },
      },
      nodes: {
        "c1111111-1111-4111-8111-111111111111": {
          _id: "c1111111-1111-4111-8111-111111111111",
          _type: { _id: "MessageNode" },
          message: { en: "keep me" },
        },
      },
    },
  },
});

describe("journeyc build of an export", () => {
  it.each([
    ["a body without a node and a member that nobody knows", withStrayBody],
    ["a body and a position of a node that is gone", withStaticNode],
  ])("keeps %s", async (_name, text) => {
    for (const options of [[], ["--bundle"], ["--meta"]]) expect(await differences(text, ...options)).toEqual([]);
  });

  it("names what a folder of fr-config-manager has no place for, and keeps the rest there", async () => {
    const { folder, talk } = await build(withStrayBody, "--target", "frconfig");
    expect(talk).toContain('no place for node "22222222-2222-4222-8222-222222222222"');
    expect(readFileSync(join(folder, "realms/alpha/journeys/Check/Check.json"), "utf8")).toContain("kept by import");
  });

  it.skipIf(!corpusIsThere)("gives each export of the corpus again (skipped where it is absent)", async () => {
    const different: string[] = [];
    for (const { file } of corpusSample()) {
      for (const difference of await differences(readCorpus(file))) different.push(`${file}: ${difference}`);
    }
    expect(different).toEqual([]);
  });
});
