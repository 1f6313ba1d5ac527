import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EdgeEffect, JourneyAccess } from "../../../src/check/state/journey-access.js";
import { type FollowedState, followState } from "../../../src/check/state/state-flow.js";
import { StateSet } from "../../../src/check/state/state-set.js";
import { createGraph } from "../../../src/model/graph.js";
import { bindText } from "../../support/read-project.js";

/** What an outcome writes: on some path, on every path, and what an inner journey has dropped. `*` is everything. */
interface Writes {
  readonly may?: readonly string[];
  readonly must?: readonly string[];
  readonly dropped?: readonly string[];
}

const slotNames = ["shared:a", "shared:b", "transient:t", "transient:u", "transientAttribute:mail"];

/**
 * Follows the state through a journey. Nodes are `silent` with outcomes true and false, or `asks`; `effects` are by node, or by
 * node and outcome. What is `named` is read by these nodes.
 */
function flow(
  edges: Readonly<Record<string, readonly string[]>>,
  effects: Readonly<Record<string, Writes>>,
  named: Readonly<Record<string, readonly string[]>> = {},
) {
  return flowAgain({ edges, effects, named }).told;
}

interface Given {
  readonly edges: Readonly<Record<string, readonly string[]>>;
  readonly effects: Readonly<Record<string, Writes>>;
  readonly named: Readonly<Record<string, readonly string[]>>;
  /** Nodes with one arrow that ask nothing. */
  readonly silent?: readonly string[];
}

/** The same, with what is known from before. */
function flowAgain({ edges, effects, named, silent = [] }: Given, known?: FollowedState) {
  const nodes = Object.entries(edges).map(([name, targets]) => {
    const [yes, no] = targets;
    const arrows = no === undefined ? `-> ${yes}` : `true -> ${yes}\n false -> ${no}`;
    const single = silent.includes(name) ? "SetState" : "PasswordCollector";
    return `node ${name}: ${no === undefined ? single : "DataStoreDecision"} {\n ${arrows}\n }`;
  });
  const { model } = bindText(`journey J {\n start -> ${Object.keys(edges)[0]}\n ${nodes.join("\n")}\n }`);
  const graph = createGraph(model.journeys[0]!);
  const slots = new Map(slotNames.map((name, index) => [name, index]));
  const setOf = (names: readonly string[] = []) => {
    const numbers = names.filter((name) => name !== "*").map((name) => slots.get(name)!);
    return StateSet.of(numbers, names.includes("*"));
  };
  const nameAt = (vertex: number) => {
    const at = graph.vertices[vertex];
    return at?.kind === "node" ? at.node.name : (at?.kind ?? "");
  };
  const access: Pick<JourneyAccess, "slots" | "effectOf" | "isNamedAt" | "namesAt" | "isSameAt" | "hasSlotsOf"> = {
    slots,
    effectOf: (edge): EdgeEffect => {
      const writes = effects[`${nameAt(edge.from)}.${edge.connection.outcomeId}`] ?? effects[nameAt(edge.from)] ?? {};
      const dropped = (writes.dropped ?? []).map((name) => slots.get(name)!);
      const may = setOf(writes.may ?? writes.must);
      return { may, known: may, must: setOf(writes.must), dropped };
    },
    isNamedAt: (vertex, key) => (named[nameAt(vertex)] ?? []).includes(key),
    namesAt: (vertex) => named[nameAt(vertex)] ?? [],
    isSameAt: () => false,
    hasSlotsOf: () => true,
  };
  const followed = followState(graph, access as JourneyAccess, known);
  const { before } = followed;
  const namesIn = (set: StateSet) => [
    ...slotNames.filter((name) => set.has(slots.get(name)!)),
    ...(set.holdsEverything ? ["*"] : []),
  ];
  const told = Object.fromEntries(
    before.map((state, vertex) => [
      nameAt(vertex),
      state && { may: namesIn(state.may), must: namesIn(state.must), ever: namesIn(state.ever) },
    ]),
  );
  return { told, followed };
}

const a = ["shared:a"];
const t = ["transient:t"];

describe("where paths meet", () => {
  test.each<[string, Readonly<Record<string, Writes>>, readonly string[], readonly string[]]>([
    ["both have written", { "A.true": { must: a }, "A.false": { must: a } }, a, a],
    ["the first has written", { "A.true": { must: a } }, a, []],
    ["the second has written", { "A.false": { must: a } }, a, []],
    ["neither has written", {}, [], []],
    ["both may have written", { "A.true": { may: a, must: [] }, "A.false": { may: a, must: [] } }, a, []],
    [
      "each has written something",
      { "A.true": { must: a }, "A.false": { must: ["shared:b"] } },
      ["shared:a", "shared:b"],
      [],
    ],
    [
      "the first may have written anything",
      { "A.true": { must: ["*"] }, "A.false": { must: a } },
      ["shared:a", "*"],
      a,
    ],
    [
      "the second may have written anything",
      { "A.true": { must: a }, "A.false": { must: ["*"] } },
      ["shared:a", "*"],
      a,
    ],
    ["both may have written anything", { A: { must: ["*"] } }, ["*"], ["*"]],
    ["what was there before stays", { A: {}, "A.true": { must: ["shared:b"] } }, ["shared:b"], []],
  ])("%s", (_what, effects, may, must) => {
    // Edges of one node to one place, and ways that differ by a node.
    expect(flow({ A: ["B", "B"], B: ["success"] }, effects)).toMatchObject({ B: { may, must, ever: may } });
    const longer = flow({ A: ["X", "Y"], X: ["B", "B"], Y: ["B", "B"], B: ["success"] }, effects);
    expect(longer).toMatchObject({ B: { may, must, ever: may } });
  });

  test("what was written before they part is there on both, and after they meet", () => {
    const state = flow({ A: ["B", "B"], B: ["C", "D"], C: ["D", "D"], D: ["success"] }, { A: { must: a } });
    for (const node of ["B", "C", "D", "success"]) expect(state[node]).toEqual({ may: a, must: a, ever: a });
  });
});

describe("loops", () => {
  test("what is written in a loop may be there at its beginning", () => {
    const state = flow({ A: ["B", "success"], B: ["A", "A"] }, { B: { must: a } });
    expect(state).toMatchObject({ A: { may: a, must: [] }, B: { may: a, must: [] }, success: { may: a, must: [] } });
  });

  test("what is written before a loop is there on every round", () => {
    const state = flow(
      { X: ["A", "A"], A: ["B", "success"], B: ["A", "A"] },
      { X: { must: a }, B: { must: ["shared:b"] } },
    );
    expect(state).toMatchObject({
      A: { may: ["shared:a", "shared:b"], must: a },
      B: { must: a },
      success: { may: ["shared:a", "shared:b"], must: a },
    });
  });

  test("what a late round finds out goes through the whole loop again", () => {
    const state = flow(
      { A: ["B", "success"], B: ["C", "C"], C: ["D", "D"], D: ["A", "E"], E: ["A", "A"] },
      { E: { may: a, must: [] }, C: { dropped: t } },
    );
    for (const node of ["A", "B", "C", "D"]) expect(state[node]).toMatchObject({ may: a, must: [] });
    for (const node of ["A", "B", "C", "D"]) expect(state[node]?.ever).toEqual(["shared:a", "transient:t"]);
  });

  test("a round without the write takes the certainty away", () => {
    const state = flow({ X: ["A", "A"], A: ["B", "C"], B: ["C", "C"], C: ["A", "success"] }, { B: { must: a } });
    expect(state).toMatchObject({ C: { may: a, must: [] }, A: { may: a, must: [] }, success: { must: [] } });
  });
});

describe("transient state", () => {
  test("is dropped where the user is asked, unless a node from there on names it", () => {
    const edges = { A: ["Ask", "Ask"], Ask: ["B"], B: ["C", "C"], C: ["success"] };
    const effects = { A: { must: ["shared:a", "transient:t"] } };
    const lost = flow(edges, effects);
    expect(lost.Ask).toMatchObject({ may: ["shared:a", "transient:t"], must: ["shared:a", "transient:t"] });
    expect(lost.B).toEqual({ may: a, must: a, ever: ["shared:a", "transient:t"] });
    for (const reader of ["Ask", "B", "C"]) {
      expect(flow(edges, effects, { [reader]: ["t"] }).B).toMatchObject({
        may: ["shared:a", "transient:t"],
        must: ["shared:a", "transient:t"],
      });
    }
    expect(flow(edges, effects, { A: ["t"] }).B).toMatchObject({ may: a, must: a });
    expect(flow(edges, effects, { C: ["u"] }).B).toMatchObject({ may: a, must: a });
  });

  test("is dropped on one way and kept on the other", () => {
    for (const edges of [
      { A: ["Ask", "Go"], Ask: ["B"], Go: ["B", "B"], B: ["success"] },
      { A: ["Go", "Ask"], Go: ["B", "B"], Ask: ["B"], B: ["success"] },
    ] as const) {
      expect(flow(edges, { A: { must: t } }).B).toEqual({ may: t, must: [], ever: t });
    }
  });

  test("is dropped where both ways ask", () => {
    const edges = { A: ["Ask", "Too"], Ask: ["B"], Too: ["B"], B: ["success"] };
    expect(flow(edges, { A: { must: t } }).B).toEqual({ may: [], must: [], ever: t });
  });

  test("that is written by the node that asks is there behind it", () => {
    expect(flow({ Ask: ["B"], B: ["success", "failure"] }, { Ask: { must: t } }).B).toEqual({
      may: t,
      must: t,
      ever: t,
    });
    expect(
      flow({ A: ["Ask", "Ask"], Ask: ["B"], B: ["success", "failure"] }, { A: { must: t }, Ask: { must: t } }).B,
    ).toEqual({
      may: t,
      must: t,
      ever: t,
    });
  });

  test("of attributes is kept for who names the attribute, or all of them", () => {
    const edges = { A: ["Ask", "Ask"], Ask: ["B"], B: ["success", "failure"] };
    const mail = ["transientAttribute:mail"];
    const effects = { A: { must: mail } };
    expect(flow(edges, effects).B).toMatchObject({ may: [], ever: mail });
    expect(flow(edges, effects, { B: ["mail"] }).B).toMatchObject({ may: mail });
    expect(flow(edges, effects, { B: ["objectAttributes"] }).B).toMatchObject({ may: mail });
    expect(flow(edges, { A: { must: t } }, { B: ["objectAttributes"] }).B).toMatchObject({ may: [] });
  });

  test("in a loop is dropped on each round", () => {
    const edges = { A: ["Ask", "success"], Ask: ["A"] };
    expect(flow(edges, { "A.true": { must: t } })).toMatchObject({
      A: { may: [], must: [], ever: t },
      Ask: { may: t, must: t },
      success: { may: [], ever: t },
    });
  });

  test("of inner journeys was written, and is not there", () => {
    expect(flow({ A: ["B", "B"], B: ["success"] }, { A: { dropped: t } }).B).toEqual({ may: [], must: [], ever: t });
    expect(flow({ A: ["B", "B"], B: ["success"] }, { "A.false": { dropped: t } }).B?.ever).toEqual(t);
  });
});

test("nothing is known of what no path visits", () => {
  const state = flow({ A: ["success"], B: ["failure"] }, {});
  expect(state.B).toBeUndefined();
  expect(state.failure).toBeUndefined();
  expect(state.start).toEqual({ may: [], must: [], ever: [] });
});

describe("what is known from before", () => {
  const slotsOf = fc.subarray([...slotNames, "*"]);
  const names = ["A", "B", "C", "D"];
  const target = fc.constantFrom(...names, "success");
  const byNode = <Value>(value: fc.Arbitrary<Value>) =>
    fc
      .tuple(value, value, value, value)
      .map((all) => Object.fromEntries(names.map((name, at) => [name, all[at] as Value])));
  const given: fc.Arbitrary<Given> = fc.record({
    edges: byNode(fc.oneof(fc.tuple(target), fc.tuple(target, target))),
    effects: byNode(fc.record({ may: slotsOf, must: slotsOf, dropped: fc.subarray(slotNames) }, { requiredKeys: [] })),
    named: byNode(fc.subarray(["a", "t", "u", "mail", "objectAttributes"])),
    silent: fc.subarray(names),
  });

  const partOf = (writes: Writes, member: string) =>
    Object.fromEntries(Object.entries(writes).filter(([name]) => name === member));

  test("is used where it is true, and only there", () => {
    const used = { yes: 0, no: 0 };
    fc.assert(
      fc.property(
        given,
        given,
        fc.constantFrom("edges", "may", "must", "dropped", "named", "silent"),
        fc.constantFrom(...names),
        (first, other, member, name) => {
          const { followed } = flowAgain(first);
          const effect = other.effects[name] ?? {};
          const now: Given = {
            edges: member === "edges" ? { ...first.edges, [name]: other.edges[name]! } : first.edges,
            effects: { ...first.effects, [name]: { ...first.effects[name], ...partOf(effect, member) } },
            named: member === "named" ? { ...first.named, [name]: other.named[name]! } : first.named,
            silent: (member === "silent" ? other : first).silent ?? [],
          };
          const again = flowAgain(now, followed);
          expect(again.told).toEqual(flowAgain(now).told);
          used[again.followed.before === followed.before ? "yes" : "no"]++;
          expect(flowAgain(now, again.followed).followed.before).toBe(again.followed.before);
        },
      ),
      { seed: 16, numRuns: 400 },
    );
    expect(Math.min(used.yes, used.no)).toBeGreaterThan(20);
  });
});
