import { describe, expect, test } from "vitest";
import { mergeExports } from "../../../src/diff/merge/merge-exports.js";
import { conflictsMember } from "../../../src/export-json/sections.js";
import type { JsonObject } from "../../../src/text/json.js";
import { exportFixture, fixtureIds as ids } from "../../support/export-fixture.js";
import type { LooseExport } from "../../support/import-support.js";
import { remint } from "../../support/remint.js";

type Edit = (journey: LooseExport) => void;

function textOf(edit: Edit, indent: string | number = 2): string {
  const journey = structuredClone(exportFixture());
  edit(journey);
  return `${JSON.stringify({ meta: { exportDate: `${edit}` }, trees: { "Sign In": journey } }, null, indent)}\n`;
}

const nothing: Edit = () => undefined;

function merge(ours: Edit, theirs: Edit) {
  const result = mergeExports("a.json", { base: textOf(nothing), ours: textOf(ours), theirs: textOf(theirs) });
  if ("problem" in result) throw new Error(result.problem);
  const value = JSON.parse(result.text);
  return { ...result, value, journey: value.trees["Sign In"] };
}

const scriptOf = (body: string) => JSON.stringify(body);

describe("exports", () => {
  test("settings, arrows and titles of one node", () => {
    const { journey, conflicts } = merge(
      (j) => {
        j.tree.nodes[ids.store].displayName = "Ours";
        j.nodes[ids.page].pageHeader = { en: "Hi" };
      },
      (j) => {
        j.tree.nodes[ids.store].connections.true = ids.failure;
        j.nodes[ids.page].pageDescription = { en: "There" };
      },
    );
    expect(conflicts).toEqual([]);
    expect(journey.tree.nodes[ids.store]).toMatchObject({ displayName: "Ours", connections: { true: ids.failure } });
    expect(journey.nodes[ids.page]).toMatchObject({ pageHeader: { en: "Hi" }, pageDescription: { en: "There" } });
  });

  test("two locales of one text, two lines of one script, two positions", () => {
    const base = 'var a = 1;\nvar b = 2;\n\nvar c = 3;\noutcome = "x";\n';
    const set =
      (script: string): Edit =>
      (j) =>
        (j.scripts[ids.script].script = scriptOf(script));
    const result = mergeExports("a.json", {
      base: textOf(set(base)),
      ours: textOf((j) => {
        set(base.replace("a = 1", "a = 9"))(j);
        j.tree.nodes[ids.store].x = 1;
      }),
      theirs: textOf((j) => {
        set(base.replace("c = 3", "c = 9"))(j);
        j.tree.nodes[ids.store].x = 2;
      }),
    });
    if ("problem" in result) throw new Error(result.problem);
    const journey = JSON.parse(result.text).trees["Sign In"];
    expect(result.conflicts).toEqual([]);
    expect(result.notes).toHaveLength(1);
    expect(JSON.parse(journey.scripts[ids.script].script)).toBe(
      'var a = 9;\nvar b = 2;\n\nvar c = 9;\noutcome = "x";\n',
    );
    expect(journey.tree.nodes[ids.store].x).toBe(1);
  });

  test("what both changed stays as ours has it, and is listed in the header", () => {
    const { value, journey, conflicts } = merge(
      (j) => (j.tree.nodes[ids.store].displayName = "Ours"),
      (j) => (j.tree.nodes[ids.store].displayName = "Theirs"),
    );
    expect(journey.tree.nodes[ids.store].displayName).toBe("Ours");
    expect(conflicts).toHaveLength(1);
    expect(value.meta[conflictsMember]).toEqual([
      {
        where: "trees / Sign In / tree / nodes / Ours / displayName",
        message: expect.stringContaining('theirs has "Theirs"'),
      },
    ]);
  });

  test("a node that is gone there and used here is a conflict", () => {
    const { conflicts } = merge(
      (j) => (j.tree.nodes[ids.page].connections = { ...j.tree.nodes[ids.page].connections, extra: ids.store }),
      (j) => {
        delete j.tree.nodes[ids.store];
        delete j.nodes[ids.store];
        for (const node of Object.values<LooseExport>(j.tree.nodes)) {
          for (const key of Object.keys(node.connections))
            if (node.connections[key] === ids.store) node.connections[key] = ids.failure;
        }
      },
    );
    expect(conflicts.some(({ message }) => message.includes('leads to "Check"'))).toBe(true);
  });

  test("a version with ids of its own is brought to ours", () => {
    const theirs = JSON.parse(textOf((j) => (j.tree.nodes[ids.store].displayName = "Theirs")));
    const result = mergeExports("a.json", {
      base: textOf(nothing),
      ours: textOf((j) => (j.nodes[ids.page].pageHeader = { en: "Hi" })),
      theirs: JSON.stringify(remint(theirs as JsonObject, 7)),
    });
    if ("problem" in result) throw new Error(result.problem);
    const journey = JSON.parse(result.text).trees["Sign In"];
    expect(result.conflicts).toEqual([]);
    expect(Object.keys(journey.tree.nodes).sort()).toEqual(Object.keys(exportFixture().tree.nodes as object).sort());
    expect(journey.tree.nodes[ids.store].displayName).toBe("Theirs");
    expect(journey.nodes[ids.page].pageHeader).toEqual({ en: "Hi" });
  });

  test.each<[string, string | number]>([
    ["tabs", "\t"],
    ["four blanks", 4],
    ["one line", 0],
  ])("the form of ours: %s", (_name, indent) => {
    const ours = textOf((j) => (j.nodes[ids.page].pageHeader = { en: "Hi" }), indent);
    const theirs = textOf((j) => (j.tree.nodes[ids.store].displayName = "Theirs"));
    const result = mergeExports("a.json", { base: textOf(nothing), ours, theirs });
    expect(result).toMatchObject({ text: ours.replace(/"displayName":( ?)"Check"/, '"displayName":$1"Theirs"') });
  });

  test.each([
    ["ours", "{", "it is not valid JSON"],
    ["ours", '{"a": 1e400}', "the number 1e400 cannot be kept, it would become Infinity"],
    ["base", "{", "it is not valid JSON"],
    ["theirs", "{", "it is not valid JSON"],
    ["ours", "[]", "it is not an export"],
    ["base", "1", "it is not an export"],
    ["theirs", "null", "it is not an export"],
  ])("%s that is %s is refused: %s", (side, text, problem) => {
    const texts = { base: textOf(nothing), ours: textOf(nothing), theirs: textOf(nothing), [side]: text };
    expect(mergeExports("a.json", texts)).toEqual({ problem: `${side}: ${problem}` });
  });

  test("line ends and the end of the file are those of ours", () => {
    const theirs = textOf(nothing).replace('"Check"', '"Theirs"');
    const merged = (ours: string) => mergeExports("a.json", { base: textOf(nothing), ours, theirs });
    for (const form of [
      (text: string) => text.replaceAll("\n", "\r\n"),
      (text: string) => text.trimEnd(),
      (text: string) => `${text}\n`,
      (text: string) => `\n${text}`,
    ]) {
      // What stands in front of the JSON is not part of it.
      expect(merged(form(textOf(nothing)))).toMatchObject({ text: form(theirs).trimStart(), conflicts: [] });
    }
  });

  test("an export that has no indentation to tell is written with two blanks", () => {
    const base = textOf(nothing);
    const ours = base.replace(/^\{\s*/, "{ ");
    const theirs = base.replace('"Check"', '"Theirs"');
    expect(mergeExports("a.json", { base, ours, theirs })).toMatchObject({ text: theirs });
  });

  test("an export that is all in one line stays so", () => {
    const [base, ours] = [textOf(nothing), textOf(nothing, 0)];
    const result = mergeExports("a.json", { base, ours, theirs: base.replace('"Check"', '"Theirs"') });
    expect(result).toMatchObject({ text: ours.replace('"Check"', '"Theirs"') });
  });

  test("the header keeps what it has beside the conflicts", () => {
    const { value } = merge(
      (j) => (j.tree.nodes[ids.store].displayName = "Ours"),
      (j) => (j.tree.nodes[ids.store].displayName = "Theirs"),
    );
    expect(Object.keys(value.meta)).toEqual(["exportDate", "mergeConflicts"]);
    expect(value.meta.exportDate).toContain("Ours");
    expect(Object.keys(value)).toEqual(["meta", "trees"]);
  });

  test("an export without a header gets one for the conflicts", () => {
    const bare = (title: string) =>
      JSON.stringify({
        trees: { "Sign In": { ...exportFixture(), tree: { ...exportFixture().tree, description: title } } },
      });
    const result = mergeExports("a.json", { base: bare("a"), ours: bare("b"), theirs: bare("c") });
    if ("problem" in result) throw new Error(result.problem);
    const where = "trees / Sign In / tree / description";
    const conflict = { where, message: 'theirs has "c" (ours: "b", base: "a")' };
    expect(result.conflicts).toEqual([conflict]);
    expect(JSON.parse(result.text).meta).toEqual({ [conflictsMember]: [conflict] });
  });

  test.each(["", "\n"])("two files that were added under one name, with %j as their base", (base) => {
    const ours = textOf(nothing);
    expect(mergeExports("a.json", { base, ours, theirs: ours })).toEqual({ text: ours, conflicts: [], notes: [] });
    const theirs = ours.replace('"Check"', '"Theirs"');
    const result = mergeExports("a.json", { base, ours, theirs });
    const where = "trees / Sign In / tree / nodes / Check / displayName";
    expect(result).toMatchObject({ conflicts: [{ where, message: expect.stringContaining("base: nothing") }] });
  });

  test("what either side had against itself before is no conflict", () => {
    const gone: Edit = (j) => {
      delete j.tree.nodes[ids.store];
      delete j.nodes[ids.store];
    };
    const title: Edit = (j) => (j.tree.nodes[ids.risk].displayName = "Other");
    expect(merge(gone, title).conflicts).toEqual([]);
    expect(merge(title, gone).conflicts).toEqual([]);
  });
});

describe("a node that one side removed is whole or gone", () => {
  const remove = (journey: LooseExport, id: string) => {
    delete journey.tree.nodes[id];
    for (const child of journey.nodes[id].nodes ?? []) delete journey.innerNodes[child._id];
    if (journey.nodes[id].script !== undefined) delete journey.scripts[journey.nodes[id].script];
    delete journey.nodes[id];
    for (const node of Object.values<LooseExport>(journey.tree.nodes)) {
      for (const outcome of Object.keys(node.connections))
        if (node.connections[outcome] === id) node.connections[outcome] = ids.success;
    }
    if (journey.tree.entryNodeId === id) journey.tree.entryNodeId = ids.store;
  };
  const nodesWithScript = () =>
    Object.entries<LooseExport>(exportFixture().nodes).flatMap(([id, body]) => (body.script === undefined ? [] : [id]));

  test.each<[string, (journey: LooseExport, id: string) => void]>([
    [
      "an arrow",
      (j, id) => (j.tree.nodes[id].connections[Object.keys(j.tree.nodes[id].connections)[0]!] = ids.failure),
    ],
    ["a title", (j, id) => (j.tree.nodes[id].displayName = "Other")],
    ["a setting", (j, id) => (j.nodes[id].added = 1)],
  ])("%s that the other side changed keeps all of it, on whichever side", (_what, change) => {
    for (const id of [ids.page, ...nodesWithScript()]) {
      const gone: Edit = (j) => remove(j, id);
      const changed: Edit = (j) => change(j, id);
      for (const [ours, theirs] of [
        [gone, changed],
        [changed, gone],
      ] as const) {
        const { journey, conflicts } = merge(ours, theirs);
        const expected: LooseExport = structuredClone(exportFixture());
        changed(expected);
        expect(journey.tree.nodes[id]).toEqual(expected.tree.nodes[id]);
        expect(journey.nodes[id]).toEqual(expected.nodes[id]);
        for (const child of expected.nodes[id].nodes ?? [])
          expect(journey.innerNodes[child._id]).toEqual(expected.innerNodes[child._id]);
        const script = expected.nodes[id].script;
        if (script !== undefined) expect(journey.scripts[script]).toEqual(expected.scripts[script]);
        expect(conflicts.filter(({ message }) => message.includes("it stays whole"))).toHaveLength(1);
      }
    }
  });

  test.each<[string, (journey: LooseExport, id: string) => void]>([
    ["a position", (j, id) => (j.tree.nodes[id].x = 4711)],
    ["a revision", (j, id) => (j.nodes[id]._rev = "4711")],
    ["nothing", () => undefined],
  ])("%s that the other side changed is not worth a conflict", (_what, change) => {
    for (const id of [ids.page, ...nodesWithScript()]) {
      const gone: Edit = (j) => remove(j, id);
      const { journey, conflicts } = merge((j) => change(j, id), gone);
      expect(conflicts).toEqual([]);
      const expected: LooseExport = structuredClone(exportFixture());
      gone(expected);
      expect(journey.tree.nodes).toEqual(expected.tree.nodes);
      expect(journey.nodes).toEqual(expected.nodes);
      expect(journey.innerNodes).toEqual(expected.innerNodes);
    }
  });
});

describe("an inner node that one side removed is whole or gone", () => {
  const remove =
    (id: string): Edit =>
    (j) => {
      j.nodes[ids.page].nodes = j.nodes[ids.page].nodes.filter((child: LooseExport) => child._id !== id);
      delete j.innerNodes[id];
    };
  const entry = (j: LooseExport, id: string) => j.nodes[ids.page].nodes.find((child: LooseExport) => child._id === id);
  const changes: readonly [string, (j: LooseExport, id: string) => void][] = [
    ["a setting", (j, id) => (j.innerNodes[id].added = ["sn"])],
    ["a title", (j, id) => (entry(j, id).displayName = "Other")],
    ["a version", (j, id) => (entry(j, id).nodeVersion = "2.0")],
  ];

  test.each(changes)(
    "%s that the other side changed keeps all of it, in its place, on whichever side",
    (_what, change) => {
      for (const id of [ids.name, ids.password]) {
        const changed: Edit = (j) => change(j, id);
        for (const [ours, theirs] of [
          [remove(id), changed],
          [changed, remove(id)],
        ] as const) {
          const { journey, conflicts, value } = merge(ours, theirs);
          const expected: LooseExport = structuredClone(exportFixture());
          changed(expected);
          expect(journey.nodes[ids.page]).toEqual(expected.nodes[ids.page]);
          expect(journey.innerNodes).toEqual(expected.innerNodes);
          expect(conflicts.map(({ message }) => message)).toEqual([expect.stringContaining("it stays whole")]);
          expect(value.meta[conflictsMember][0].where).not.toContain(id);
        }
      }
    },
  );

  test("a revision or nothing that the other side changed is not worth a conflict", () => {
    for (const change of [(j: LooseExport) => (j.innerNodes[ids.name]._rev = "4711"), () => undefined]) {
      for (const other of [(j: LooseExport) => (j.tree.description = "Other"), () => undefined]) {
        const { journey, conflicts } = merge(
          (j) => [change(j), other(j)],
          (j) => remove(ids.name)(j),
        );
        expect(conflicts).toEqual([]);
        expect(Object.keys(journey.innerNodes)).toEqual([ids.password]);
        expect(journey.nodes[ids.page].nodes).toHaveLength(1);
      }
    }
  });

  test("an inner node that went to another page, and that the other side changed, is on that page alone", () => {
    const second = "11111111-0000-4000-8000-00000000000a";
    const base: Edit = (j) => {
      j.tree.nodes[second] = { ...j.tree.nodes[ids.page], displayName: "Second" };
      j.nodes[second] = { ...structuredClone(j.nodes[ids.page]), _id: second, nodes: [] };
    };
    const move: Edit = (j) => {
      base(j);
      j.nodes[second].nodes = j.nodes[ids.page].nodes.splice(0, 1);
    };
    const change: Edit = (j) => {
      base(j);
      j.innerNodes[ids.name].added = 1;
    };
    const result = mergeExports("a.json", { base: textOf(base), ours: textOf(move), theirs: textOf(change) });
    if ("problem" in result) throw new Error(result.problem);
    const journey = JSON.parse(result.text).trees["Sign In"];
    expect(result.conflicts).toEqual([]);
    expect(journey.nodes[second].nodes).toHaveLength(1);
    expect(journey.nodes[ids.page].nodes).toHaveLength(1);
    expect(journey.innerNodes[ids.name].added).toBe(1);
  });
});

describe("a journey of an export that was renamed", () => {
  const named = (name: string, edit: Edit = nothing, more: object = {}) => {
    const journey: LooseExport = structuredClone(exportFixture());
    journey.tree._id = name;
    edit(journey);
    return JSON.stringify({ trees: { [name]: journey, ...more } }, null, 2);
  };
  const run = (base: string, ours: string, theirs: string) => {
    const result = mergeExports("a.json", { base, ours, theirs });
    if ("problem" in result) throw new Error(result.problem);
    return { ...result, trees: JSON.parse(result.text).trees };
  };

  test("by both differently is there once, by the name of ours, and a conflict", () => {
    const { trees, conflicts } = run(named("A"), named("AA"), named("AB"));
    expect(Object.keys(trees)).toEqual(["AA"]);
    expect(trees.AA.tree._id).toBe("AA");
    expect(conflicts).toEqual([
      { where: "trees / AA", message: "both sides renamed A: to AA in ours, to AB in theirs" },
    ]);
  });

  test("by one side has the changes of the other, on whichever side", () => {
    const change: Edit = (j) => (j.nodes[ids.page].pageHeader = { en: "Other" });
    for (const [ours, theirs] of [
      [named("AA"), named("A", change)],
      [named("A", change), named("AA")],
    ] as const) {
      const { trees, conflicts } = run(named("A"), ours, theirs);
      expect(conflicts).toEqual([]);
      expect(trees).toEqual(JSON.parse(named("AA", change)).trees);
    }
  });

  test("a journey that came beside it is another one", () => {
    const { trees, conflicts } = run(named("A"), named("A", nothing, { B: exportFixture() }), named("AA"));
    expect(conflicts).toEqual([]);
    expect(Object.keys(trees).sort()).toEqual(["AA", "B"]);
  });
});
