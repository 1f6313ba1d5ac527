import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { withResidue } from "../../src/export-json/residue.js";
import { journeyExport } from "../../src/export-json/write/write-export.js";
import type { Json } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { exportFixture, fixtureScript, fixtureIds as ids } from "../support/export-fixture.js";

type Members = Record<string, Json>;
type Fixture = ReturnType<typeof exportFixture>;

const members = (value: Json | undefined) => value as Members;
const references = ({ tree }: Fixture) => Object.values(members(tree.nodes)).map(members);
const bodies = ({ nodes, innerNodes }: Fixture) => [...Object.values(nodes), ...Object.values(innerNodes)].map(members);
const types = (fixture: Fixture) => bodies(fixture).map(({ _type }) => members(_type));
const entries = ({ nodes }: Fixture) => (members(nodes[ids.page]).nodes as readonly Json[]).map(members);

function changed(change: (fixture: Fixture) => void): Fixture {
  const fixture = exportFixture();
  change(fixture);
  return fixture;
}

function journeyOf(fixture: Fixture) {
  const { model, diagnostics } = readExport(new SourceFile("x.json", JSON.stringify(fixture)), {});
  expect(diagnostics).toEqual([]);
  return withResidue(model.journeys[0]!);
}

/** An export without sections that are empty, which writing adds. */
function written(fixture: Fixture): Members {
  const value = journeyExport(journeyOf(fixture));
  return Object.fromEntries(Object.entries(value).filter(([key, member]) => key in fixture || !isEmpty(member)));
}

function isEmpty(member: Json): boolean {
  return typeof member === "object" && member !== null && Object.keys(member).length === 0;
}

const withoutVersions = (fixture: Fixture) => {
  for (const each of [...references(fixture), ...types(fixture)]) delete each.version;
  for (const entry of entries(fixture)) delete entry.nodeVersion;
};

/** Changes after which the whole export still has a form of its own: the model says it all. */
const forms: Readonly<Record<string, (fixture: Fixture) => void>> = {
  "of today": () => {},
  "without versions": withoutVersions,
  "with versions in the references alone": (fixture) => {
    for (const type of types(fixture)) delete type.version;
    for (const entry of entries(fixture)) delete entry.nodeVersion;
  },
  "with versions in the types alone": (fixture) => {
    for (const each of references(fixture)) delete each.version;
    for (const entry of entries(fixture)) delete entry.nodeVersion;
  },
  "with versions in the pages alone": (fixture) => {
    for (const each of [...references(fixture), ...types(fixture)]) delete each.version;
  },
  "with versions as numbers": (fixture) => {
    for (const each of [...references(fixture), ...types(fixture)]) each.version = 1;
    for (const entry of entries(fixture)) entry.nodeVersion = 1;
  },
  "without `_type`": (fixture) => {
    for (const body of bodies(fixture)) delete body._type;
  },
  "with `_type` as in file-based configuration": (fixture) => {
    withoutVersions(fixture);
    for (const type of types(fixture)) Object.assign(type, { collection: false, name: type._id });
  },
  "without `_outcomes`": (fixture) => {
    for (const body of bodies(fixture)) delete body._outcomes;
  },
  "without positions": (fixture) => {
    for (const each of references(fixture)) {
      delete each.x;
      delete each.y;
    }
    delete fixture.tree.staticNodes;
  },
  "without positions of nodes": (fixture) => {
    for (const each of references(fixture)) {
      delete each.x;
      delete each.y;
    }
  },
  "with a position that is null, and one that is missing": (fixture) => {
    const [first, second] = references(fixture);
    Object.assign(first!, { x: null, y: null });
    delete second!.x;
    delete second!.y;
  },
  "without `staticNodes`": ({ tree }) => delete tree.staticNodes,
  "with empty `staticNodes`": ({ tree }) => {
    tree.staticNodes = { startNode: {}, [ids.success]: {}, [ids.failure]: {} };
  },
  "with one end in `staticNodes`": ({ tree }) => {
    tree.staticNodes = { [ids.failure]: { x: 5, y: 6 } };
  },
  "without the tree's `_id`": ({ tree }) => delete tree._id,
  "without `uiConfig`": ({ tree }) => delete tree.uiConfig,
  "with an empty `uiConfig`": ({ tree }) => {
    tree.uiConfig = {};
  },
  "with annotations": ({ tree }) => {
    tree.uiConfig = { annotations: "{}", categories: "[]" };
  },
  "with categories written otherwise": ({ tree }) => {
    tree.uiConfig = { categories: '[ "A" ]' };
  },
  "with categories that are no texts": ({ tree }) => {
    tree.uiConfig = { categories: "[1]" };
  },
  "with a `uiConfig` that is no object": ({ tree }) => {
    tree.uiConfig = "none";
  },
  "with an empty section of variables": (fixture) => Object.assign(fixture, { variable: {} }),
  "with resources": (fixture) =>
    Object.assign(fixture, {
      emailTemplates: { welcome: { subject: { en: "Hi" } } },
      themes: [
        { _id: "b", name: "B" },
        { _id: "a", name: "A" },
      ],
    }),
  "with scripts in base64": ({ scripts }) => {
    members(scripts[ids.script]).script = Buffer.from(fixtureScript).toString("base64");
  },
  "with scripts as lines": ({ scripts }) => {
    members(scripts[ids.script]).script = fixtureScript.split("\n");
  },
  "with a page that lists nothing": ({ nodes, innerNodes }) => {
    members(nodes[ids.page]).nodes = [];
    for (const id of Object.keys(innerNodes)) delete innerNodes[id];
  },
  "with other outcomes": ({ nodes }) => {
    members(nodes[ids.store])._outcomes = [{ id: "true", displayName: "Yes" }];
  },
  "with outcomes in another order": ({ nodes }) => {
    members(nodes[ids.store])._outcomes = [
      { id: "false", displayName: "False" },
      { id: "true", displayName: "True" },
    ];
  },
  "with outcomes that say more": ({ nodes }) => {
    members(nodes[ids.store])._outcomes = [
      { id: "true", displayName: "True", more: 1 },
      { id: "false", displayName: "False" },
    ];
  },
  "with a `_type` of another name": ({ nodes }) => {
    members(members(nodes[ids.store])._type).name = "Store";
  },
  "with a `_type` of another id": ({ nodes }) => {
    members(members(nodes[ids.store])._type)._id = "OtherNode";
  },
  "with a `_type` of another version": ({ nodes }) => {
    members(members(nodes[ids.store])._type).version = "3.0";
  },
  "with a `_type` that is no collection": ({ nodes }) => {
    members(members(nodes[ids.store])._type).collection = false;
  },
  "with a `_type` that says more": ({ nodes }) => {
    members(members(nodes[ids.store])._type).more = 1;
  },
  "with connections that lead nowhere": ({ tree }) => {
    members(members(tree.nodes)[ids.store]).connections = { true: "gone", false: ids.name, other: ids.store };
  },
  "with an entry that leads nowhere": ({ tree }) => {
    tree.entryNodeId = "gone";
  },
  "with an entry that is an end": ({ tree }) => {
    tree.entryNodeId = ids.success;
  },
  "of a type that nobody knows": (fixture) => {
    members(members(fixture.tree.nodes)[ids.store]).nodeType = "AcmeNode";
    Object.assign(members(members(fixture.nodes[ids.store])._type), { _id: "AcmeNode", name: "Acme" });
    members(fixture.nodes[ids.store]).colour = "red";
  },
};

test.each(Object.entries(forms))("an export %s is read without a rest, and written again", (_, change) => {
  const fixture = changed(change);
  expect(journeyOf(fixture).raw).toBeUndefined();
  expect(written(fixture)).toEqual(fixture);
});

/** Changes that the model does not know: `raw` keeps them. */
const oddities: Readonly<Record<string, readonly [(fixture: Fixture) => void, Json]>> = {
  "a member of a reference": [
    ({ tree }) => Object.assign(members(members(tree.nodes)[ids.store]), { more: 1 }),
    { tree: { nodes: { [ids.store]: { more: 1 } } } },
  ],
  "a member of a page's entry": [
    (fixture) => Object.assign(entries(fixture)[0]!, { more: 1 }),
    {
      nodes: {
        [ids.page]: {
          nodes: [
            { _id: ids.name, displayName: "Name", more: 1, nodeType: "UsernameCollectorNode", nodeVersion: "1.0" },
            { _id: ids.password, displayName: "Password", nodeType: "PasswordCollectorNode", nodeVersion: "1.0" },
          ],
        },
      },
    },
  ],
  "a section": [(fixture) => Object.assign(fixture, { odd: [1] }), { odd: [1] }],
  "a body without a node": [({ nodes }) => Object.assign(nodes, { stray: { a: 1 } }), { nodes: { stray: { a: 1 } } }],
  "a node without a body": [({ nodes }) => delete nodes[ids.store], { nodes: { [ids.store]: null } }],
  "a connection that is no text": [
    ({ tree }) => Object.assign(members(members(members(tree.nodes)[ids.store]).connections), { other: 5 }),
    { tree: { nodes: { [ids.store]: { connections: { other: 5 } } } } },
  ],
};

test.each(Object.entries(oddities))("%s goes into raw, and nothing else", (_, [change, raw]) => {
  const fixture = changed(change);
  expect(journeyOf(fixture).raw).toEqual(raw);
  expect(written(fixture)).toEqual(fixture);
});

describe("revisions and headers are not kept", () => {
  test.each<[string, (fixture: Fixture) => void]>([
    ["the tree's", ({ tree }) => Object.assign(tree, { _rev: "1" })],
    ["a body's", ({ nodes }) => Object.assign(members(nodes[ids.store]), { _rev: "1" })],
    ["an inner node's", ({ innerNodes }) => Object.assign(members(innerNodes[ids.name]), { _rev: "1" })],
    ["the header", (fixture) => Object.assign(fixture, { meta: { a: 1 }, origin: "x" })],
  ])("%s", (_, change) => {
    const journey = journeyOf(changed(change));
    expect(journey.raw).toBeUndefined();
    expect(journeyExport(journey)).toEqual(journeyExport(journeyOf(exportFixture())));
  });
});
