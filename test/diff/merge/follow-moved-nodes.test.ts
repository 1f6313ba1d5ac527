import { describe, expect, test } from "vitest";
import { mergeExports } from "../../../src/diff/merge/merge-exports.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";
import type { LooseExport } from "../../support/import-support.js";

type Edit = (journey: LooseExport) => void;

const fresh = "11111111-0000-4000-8000-0000000000ff";

/** Merges two edits of the fixture, both ways; the results must be the same but for the order of members. */
function merge(mover: Edit, other: Edit) {
  const textOf = (edit: Edit) => {
    const journey = structuredClone(exportFixture());
    edit(journey);
    return JSON.stringify({ trees: { "Sign In": journey } });
  };
  const base = textOf(() => undefined);
  const results = [
    mergeExports("a.json", { base, ours: textOf(mover), theirs: textOf(other) }),
    mergeExports("a.json", { base, ours: textOf(other), theirs: textOf(mover) }),
  ].map((result) => {
    if ("problem" in result) throw new Error(result.problem);
    return { conflicts: result.conflicts, journey: JSON.parse(result.text).trees["Sign In"] as LooseExport };
  });
  expect(results[1]!.conflicts.length > 0).toBe(results[0]!.conflicts.length > 0);
  if (results[0]!.conflicts.length === 0) expect(results[1]!.journey).toEqual(results[0]!.journey);
  return results[0]!;
}

const entry = (title: string, type: string, id: string) => ({ _id: id, displayName: title, nodeType: type });

/** Puts the decision on a page of its own, to which the arrows lead and from which they go on. */
const ontoNewPage: Edit = (j) => {
  const { displayName, nodeType, connections } = j.tree.nodes[ids.store];
  j.tree.nodes[fresh] = { displayName: "Both", nodeType: "PageNode", connections, x: 1, y: 1 };
  j.nodes[fresh] = { _id: fresh, nodes: [entry(displayName, nodeType, ids.store)] };
  j.innerNodes[ids.store] = j.nodes[ids.store];
  delete j.nodes[ids.store];
  delete j.tree.nodes[ids.store];
  j.tree.nodes[ids.page].connections.outcome = fresh;
};

/** Puts it behind the two that the page has. */
const ontoThePage: Edit = (j) => {
  const { displayName, nodeType, connections } = j.tree.nodes[ids.store];
  j.nodes[ids.page].nodes.push(entry(displayName, nodeType, ids.store));
  j.tree.nodes[ids.page].connections = connections;
  j.innerNodes[ids.store] = j.nodes[ids.store];
  delete j.nodes[ids.store];
  delete j.tree.nodes[ids.store];
};

/** Takes the name from the page, in front of it. */
const outOfThePage: Edit = (j) => {
  const [name] = j.nodes[ids.page].nodes.splice(0, 1);
  j.tree.nodes[ids.name] = { ...name, connections: { outcome: ids.page }, x: 1, y: 1 };
  delete j.tree.nodes[ids.name]._id;
  j.nodes[ids.name] = j.innerNodes[ids.name];
  delete j.innerNodes[ids.name];
  j.tree.entryNodeId = ids.name;
};

describe("a node that one side moves is one node, and what the other side changes of it is merged", () => {
  test.each<[string, Edit, (j: LooseExport) => LooseExport]>([
    ["onto a new page", ontoNewPage, (j) => j.nodes[fresh].nodes[0]],
    ["onto a page that is there", ontoThePage, (j) => j.nodes[ids.page].nodes[2]],
  ])("%s", (_where, move, entryIn) => {
    const { journey, conflicts } = merge(move, (j) => {
      j.nodes[ids.store].added = 1;
      j.tree.nodes[ids.store].displayName = "Look";
    });
    expect(conflicts).toEqual([]);
    expect(journey.innerNodes[ids.store].added).toBe(1);
    expect([journey.nodes[ids.store], journey.tree.nodes[ids.store]]).toEqual([undefined, undefined]);
    expect(entryIn(journey)).toMatchObject({ _id: ids.store, displayName: "Look" });
  });

  test("out of a page", () => {
    const { journey, conflicts } = merge(outOfThePage, (j) => {
      j.innerNodes[ids.name].added = 1;
      j.nodes[ids.page].nodes[0].displayName = "Who";
      j.nodes[ids.page].pageHeader = { en: "Hello" };
    });
    expect(conflicts).toEqual([]);
    expect(journey.nodes[ids.name].added).toBe(1);
    expect(journey.tree.nodes[ids.name]).toMatchObject({ displayName: "Who", connections: { outcome: ids.page } });
    expect(journey.nodes[ids.page]).toMatchObject({ pageHeader: { en: "Hello" }, nodes: [{ _id: ids.password }] });
    expect(journey.innerNodes[ids.name]).toBeUndefined();
  });

  test("with its arrows: the page leads where the other side let the node lead, and arrows to the node lead to the page", () => {
    const { journey, conflicts } = merge(ontoNewPage, (j) => {
      j.tree.nodes[ids.store].connections.false = ids.risk;
      j.tree.nodes[ids.risk].connections.high = ids.store;
    });
    expect(conflicts).toEqual([]);
    expect(journey.tree.nodes[fresh].connections).toEqual({ true: ids.risk, false: ids.risk });
    expect(journey.tree.nodes[ids.risk].connections.high).toBe(fresh);
  });

  test("all out of a page, one behind the other: the last one has the page's arrows", () => {
    const apart: Edit = (j) => {
      const children = j.nodes[ids.page].nodes as LooseExport[];
      children.forEach(({ _id, ...rest }, index) => {
        const outcome = children[index + 1]?._id ?? j.tree.nodes[ids.page].connections.outcome;
        j.tree.nodes[_id] = { ...rest, connections: { outcome }, x: index, y: 1 };
        j.nodes[_id] = j.innerNodes[_id];
        delete j.innerNodes[_id];
      });
      j.tree.entryNodeId = children[0]?._id;
      delete j.nodes[ids.page];
      delete j.tree.nodes[ids.page];
    };
    const last = (exportFixture() as LooseExport).nodes[ids.page].nodes.at(-1)._id as string;
    const { conflicts, journey } = merge(apart, (j) => {
      j.tree.nodes[ids.page].connections.outcome = j.tree.entryNodeId;
    });
    expect(conflicts).toEqual([]);
    expect(journey.tree.nodes[last].connections.outcome).toBe(journey.tree.entryNodeId);
  });

  test("an arrow that both changed is one conflict with a name", () => {
    const { journey, conflicts } = merge(
      (j) => {
        ontoNewPage(j);
        j.tree.nodes[fresh].connections.false = ids.success;
      },
      (j) => (j.tree.nodes[ids.store].connections.false = ids.risk),
    );
    expect(conflicts).toEqual([
      {
        where: "Sign In / Check / connections / false",
        message:
          "ours moved this node into page Both, theirs changed where this outcome leads, to Risk (there: success, base: failure)",
      },
    ]);
    expect(journey.tree.nodes[fresh].connections.false).toBe(ids.success);
  });

  test("a setting that both changed is one conflict, and the node is there once", () => {
    const { journey, conflicts } = merge(
      (j) => {
        ontoNewPage(j);
        j.innerNodes[ids.store].added = 1;
      },
      (j) => (j.nodes[ids.store].added = 2),
    );
    expect(conflicts).toHaveLength(1);
    expect(journey.nodes[ids.store]).toBeUndefined();
  });

  test("moved by both to different pages, it is where ours has it, with a conflict", () => {
    const { journey, conflicts } = merge(ontoNewPage, ontoThePage);
    expect(conflicts[0]).toEqual({
      where: "Sign In / Check",
      message: "theirs moved this node into page Sign In Page, ours into page Both",
    });
    const entries = Object.values<LooseExport>(journey.nodes).flatMap((each) => each.nodes ?? []);
    expect(entries.filter(({ _id }) => _id === ids.store)).toHaveLength(1);
  });

  test("moved by both alike, it is moved", () => {
    const { journey, conflicts } = merge(ontoThePage, (j) => {
      ontoThePage(j);
      j.innerNodes[ids.store].added = 1;
    });
    expect(conflicts).toEqual([]);
    expect(journey.innerNodes[ids.store].added).toBe(1);
  });
});
