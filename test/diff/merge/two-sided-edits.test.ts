import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeExports } from "../../../src/diff/merge/merge-exports.js";
import { mergeJourneys } from "../../../src/diff/merge/merge-journeys.js";
import { compileText, readFrom } from "../../../src/import/compile-text.js";
import { importJourney } from "../../../src/import/import-journey.js";
import { corpusIsThere, corpusSample, readCorpus } from "../../support/corpus.js";
import { exportFixture } from "../../support/export-fixture.js";
import { importOptions, type LooseExport, readValue } from "../../support/import-support.js";
import { once } from "../../support/once.js";

/** Real journeys of moderate size, and one of ours. */
const loadJourneys = once((_all: "all"): readonly LooseExport[] => {
  const real = corpusSample()
    .filter(({ kind }) => kind === "journey")
    .map(({ file }) => readCorpus(file))
    .filter((text) => text.length < 120_000)
    .map((text): LooseExport => JSON.parse(text))
    .map((each) => (each.trees === undefined ? each : Object.values<LooseExport>(each.trees)[0]))
    .filter((each) => each?.tree?.nodes !== undefined && Object.keys(each.tree.nodes).length > 2);
  return [exportFixture(), ...real];
});

/** Many runs take hours on a slow machine. */
const patience = process.env.MERGES === undefined ? undefined : 24 * 3_600_000;

type Edit = readonly [kind: number, which: number, what: number];
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });
const cases = fc.record({ which: fc.nat(), ours: edits, theirs: edits });

/** Edits an export as the admin console does: whatever belongs to a node goes with it. */
function edited(journey: LooseExport, list: readonly Edit[], side: string): LooseExport {
  const copy = structuredClone(journey);
  const { tree } = copy;
  for (const [kind, which, what] of list) {
    const ids = Object.keys(tree.nodes);
    const id = ids[which % ids.length] ?? "";
    const node = tree.nodes[id];
    const other = ids[what % ids.length] ?? "";
    const arrows = Object.keys(node.connections);
    const arrow = arrows[what % Math.max(1, arrows.length)];
    switch (kind % 6) {
      case 0:
        if (ids.length > 2 && id !== tree.entryNodeId) remove(copy, id);
        break;
      case 1:
        if (arrow !== undefined) node.connections[arrow] = other;
        break;
      case 2:
        node.displayName = `${node.displayName} ${side}`;
        break;
      case 3:
        node.x = (what % 1000) + 0.5;
        break;
      case 4:
        if (copy.nodes[id] !== undefined) copy.nodes[id][`added${which % 3}`] = `${side} ${what % 2}`;
        break;
      default: {
        const fresh = `${side === "ours" ? "aaaaaaaa" : "bbbbbbbb"}-0000-4000-8000-${String(what).padStart(12, "0").slice(-12)}`;
        tree.nodes[fresh] = {
          connections: { true: other, false: other },
          displayName: "Tell",
          nodeType: "MessageNode",
          x: 1,
          y: 2,
        };
        copy.nodes[fresh] = {
          _id: fresh,
          _type: { _id: "MessageNode", name: "Message Node", collection: true },
          message: { en: side },
          messageYes: {},
          messageNo: {},
        };
        if (arrow !== undefined) node.connections[arrow] = fresh;
      }
    }
  }
  return copy;
}

function remove(journey: LooseExport, id: string): void {
  const inner = journey.innerNodes ?? journey.innernodes ?? {};
  for (const child of journey.nodes[id]?.nodes ?? []) delete inner[child._id];
  const heir = Object.values(journey.tree.nodes[id].connections).find((target) => target !== id);
  delete journey.tree.nodes[id];
  delete journey.nodes[id];
  for (const node of Object.values<LooseExport>(journey.tree.nodes)) {
    for (const outcome of Object.keys(node.connections)) {
      if (node.connections[outcome] !== id) continue;
      if (heir === undefined) delete node.connections[outcome];
      else node.connections[outcome] = heir;
    }
  }
}

const withoutPlace = ({ x: _x, y: _y, ...reference }: LooseExport) => JSON.stringify(reference);

/** Whether a side changed a node otherwise than by moving it. */
function isChanged(base: LooseExport, side: LooseExport, id: string): boolean {
  return (
    withoutPlace(base.tree.nodes[id]) !== withoutPlace(side.tree.nodes[id]) ||
    JSON.stringify(base.nodes[id]) !== JSON.stringify(side.nodes[id])
  );
}

/** The nodes that the result must have: those that no side removed, unless the other side changed them. */
function expectedIds(base: LooseExport, ours: LooseExport, theirs: LooseExport): ReadonlySet<string> {
  const ids = new Set([ours, theirs].flatMap(({ tree }) => Object.keys(tree.nodes)));
  for (const id of Object.keys(base.tree.nodes)) {
    const [left, right] = [ours, theirs].map(({ tree }) => Object.hasOwn(tree.nodes, id));
    if (left === right) continue;
    if (!isChanged(base, left ? ours : theirs, id)) ids.delete(id);
  }
  return ids;
}

describe.skipIf(!corpusIsThere)("edits of two sides on real journeys (skipped without the corpus)", () => {
  // MERGES=10000 tries more, and SEED other ones.
  const check = (holds: (base: LooseExport, ours: LooseExport, theirs: LooseExport) => void, numRuns: number) =>
    fc.assert(
      fc.property(cases, ({ which, ours, theirs }) => {
        const journeys = loadJourneys("all");
        const base = journeys[which % journeys.length];
        holds(base, edited(base, ours, "ours"), edited(base, theirs, "theirs"));
      }),
      {
        numRuns: Number(process.env.MERGES ?? numRuns),
      },
    );
  const merged = (base: LooseExport, ours: LooseExport, theirs: LooseExport) => {
    const [one, two, three] = [base, ours, theirs].map((each) => JSON.stringify(each, null, 2));
    const result = mergeExports("a.json", { base: one ?? "", ours: two ?? "", theirs: three ?? "" });
    if ("problem" in result) throw new Error(result.problem);
    return { ...result, value: JSON.parse(result.text) as LooseExport };
  };

  test(
    "exports: no node is lost, no half node is left, and both orders give the same",
    () => {
      check((base, ours, theirs) => {
        const result = merged(base, ours, theirs);
        const expected = expectedIds(base, ours, theirs);
        expect(new Set(Object.keys(result.value.tree.nodes))).toEqual(expected);
        for (const side of [ours, theirs]) {
          for (const id of Object.keys(side.nodes)) {
            const isHere = Object.hasOwn(result.value.nodes, id);
            if (expected.has(id)) expect(isHere, `body of ${id}`).toBe(true);
            else if (Object.hasOwn(base.tree.nodes, id)) expect(isHere, `orphan ${id}`).toBe(false);
          }
        }
        const back = merged(base, theirs, ours);
        expect(new Set(Object.keys(back.value.tree.nodes))).toEqual(expected);
        expect(back.conflicts.length > 0).toBe(result.conflicts.length > 0);
        if (result.conflicts.length === 0 && result.notes.length === 0) expect(back.value).toEqual(result.value);
      }, 40);
    },
    patience,
  );

  test(
    "texts: every result compiles, or says why not, and no node is lost",
    () => {
      const textOf = (journey: LooseExport) => {
        const { text, files } = importJourney(readValue(journey), "a.journey", importOptions);
        return { text, files: readFrom(files) };
      };
      check((base, ours, theirs) => {
        const [one, two, three] = [base, ours, theirs].map(textOf);
        if (one === undefined || two === undefined || three === undefined) return;
        const options = { ...importOptions, readText: one.files };
        const result = mergeJourneys("a.journey", { base: one.text, ours: two.text, theirs: three.text }, options);
        if ("problem" in result) throw new Error(result.problem);
        const errorsOf = (text: string) =>
          compileText("a.journey", text, one.files, importOptions).diagnostics.filter(
            ({ severity }) => severity === "error",
          );
        const known = new Set([two, three].flatMap(({ text }) => errorsOf(text).map(({ code }) => code)));
        const fresh = errorsOf(result.text).filter(({ code }) => !known.has(code));
        if (result.conflicts.length === 0) expect(fresh.map(({ message }) => message)).toEqual([]);
        expect(fresh.filter(({ code }) => code === "syntax-error")).toEqual([]);
      }, 25);
    },
    patience,
  );
});
