import { expect, test } from "vitest";
import { outputsOf } from "../../src/compile/outputs.js";
import type { BuildTarget } from "../../src/compile/targets.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { withResidue } from "../../src/export-json/residue.js";
import type { Journey } from "../../src/model/model.js";
import { SourceFile } from "../../src/text/source-file.js";
import { bindText } from "../support/read-project.js";

const check = "11111111-1111-4111-8111-111111111111";
const stray = { _id: "stray", _type: { _id: "MessageNode" }, message: { en: "keep me" } };
const other = { _id: "other", _type: { _id: "MessageNode" } };
const body = { _id: check, _type: { _id: "DataStoreDecisionNode" } };

interface Parts {
  readonly nodes?: object;
  readonly reference?: object;
  readonly rest?: object;
}

function journeyWith({ nodes, reference, rest }: Parts): readonly Journey[] {
  const connections = { true: "70e691a5-1e33-4ac3-a356-e7b6d60d92e0" };
  const node = { connections, displayName: "Check", nodeType: "DataStoreDecisionNode", ...reference };
  const tree = { _id: "Demo", entryNodeId: check, nodes: { [check]: node } };
  const trees = { Demo: { tree, nodes: { [check]: body, ...nodes }, ...rest } };
  return readExport(new SourceFile("a.json", JSON.stringify({ trees })), {}).model.journeys.map(withResidue);
}

async function leftOut(target: BuildTarget, journeys: readonly Journey[]) {
  const diagnostics = [];
  for await (const output of outputsOf(journeys, { targets: [target] })) diagnostics.push(...(output.leftOut ?? []));
  return diagnostics.map(({ severity, message, place }) => {
    const { source, range } = place;
    return [severity, message, source.text.slice(range.start, range.end)];
  });
}

test.each([
  ["frconfig", "warning", "The layout of the folder"],
  ["folder", "warning", "The layout of the folder"],
  ["machine", "info", "The machine"],
] as const)(
  "%s: settings of no node are told in one finding, at the first of them",
  async (target, severity, holder) => {
    expect(await leftOut(target, journeyWith({ nodes: { other, stray } }))).toEqual([
      [severity, `${holder} has no place for node "other", "stray"`, JSON.stringify(other)],
    ]);
    expect(await leftOut(target, journeyWith({}))).toEqual([]);
  },
);

test("of more than five parts of a kind, the others are counted", async () => {
  const nodes = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((each) => [`n${each}`, { ...stray, _id: `n${each}` }]));
  const [finding] = await leftOut("machine", journeyWith({ nodes, rest: { extra: { deep: { er: 1 } } } }));
  expect(finding?.[1]).toBe(
    'The machine has no place for member "extra", node "n1", "n2", "n3", "n4", "n5" and 2 more',
  );
});

test("a machine has no place for unknown members; a folder keeps those of its files", async () => {
  const known = journeyWith({ reference: { note: "kept by import" } });
  const [finding] = await leftOut("machine", known);
  expect(finding?.slice(0, 2)).toEqual(["info", `The machine has no place for member "tree/nodes/${check}/note"`]);
  expect(await leftOut("frconfig", known)).toEqual([]);
  const unknown = journeyWith({ rest: { extra: 1 } });
  expect((await leftOut("machine", unknown))[0]?.[1]).toBe('The machine has no place for member "extra"');
  expect((await leftOut("frconfig", unknown))[0]?.[1]).toBe('The layout of the folder has no place for member "extra"');
});

test("the `raw` block of a text is told like the export that it stands for", async () => {
  const raw = 'raw { nodes { "gone" { message { en "Removed" } } }, tree { nodes { "a" null } } }';
  const { model } = bindText(`journey Login {\n  start -> success\n\n  ${raw}\n}\n`);
  expect((await leftOut("machine", model.journeys)).map(([, message]) => message)).toEqual([
    'The machine has no place for node "gone"',
  ]);
});

test("nothing is said of positions and resources of a machine, nor of an export and a picture", async () => {
  const theme = { _id: "t", name: "Blue" };
  const plain = journeyWith({ rest: { themes: [theme] }, reference: { x: 1.5, y: 2 } });
  expect(await leftOut("machine", plain)).toEqual([]);
  const strays = journeyWith({ nodes: { stray }, rest: { extra: 1 }, reference: { note: 1 } });
  expect(await leftOut("export", strays)).toEqual([]);
  expect(await leftOut("mermaid", strays)).toEqual([]);
});
