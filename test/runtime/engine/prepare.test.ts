import { expect, test } from "vitest";
import { createFrame, replaceStore } from "../../../src/runtime/engine/frame.js";
import { type PreparedNode, prepare } from "../../../src/runtime/engine/prepare.js";
import type { JsonValue } from "../../../src/runtime/index.js";
import { machine } from "../../support/machine-fixture.js";

const scriptOf = (properties: Readonly<Record<string, JsonValue>>) =>
  prepare(machine("J", {}, { scripts: [{ id: "s", name: "S", body: "x", properties }] })).scripts.get("s");

test("a script has its title, engine and context from its properties, or else the usual ones", () => {
  expect(scriptOf({ name: "My script", evaluatorVersion: "2.0", context: "LIBRARY" })).toMatchObject({
    id: "s",
    name: "S",
    title: "My script",
    body: "x",
    evaluatorVersion: "2.0",
    context: "LIBRARY",
  });
  expect(scriptOf({})).toMatchObject({ title: "S", evaluatorVersion: "1.0", context: "" });
  expect(scriptOf({ name: 5, evaluatorVersion: 2, context: null })).toMatchObject({
    title: "S",
    evaluatorVersion: "1.0",
    context: "",
  });
});

test("outcomes lead to nodes, whatever their order, to ends, or nowhere", () => {
  const on = { a: "B", b: "success", c: "failure", d: "gone" };
  const journey = prepare(
    machine("J", {
      A: { type: "MeterNode", on, outcomes: ["a", "b", "c", "d", "e"] },
      B: { type: "MeterNode", on: {} },
    }),
  );
  const [a, b] = [...journey.nodes.values()];
  expect(journey.initial).toBe(a);
  expect([...(a?.outcomes ?? [])]).toEqual([
    ["a", { name: "a", target: b }],
    ["b", { name: "b", target: "success" }],
    ["c", { name: "c", target: "failure" }],
    ["d", { name: "d", target: undefined }],
    ["e", { name: "e", target: undefined }],
  ]);
});

test("kinds of nodes, and inner nodes with their own outcomes", () => {
  const child = { name: "C", type: "UsernameCollectorNode" };
  const { nodes } = prepare(
    machine("J", {
      P: { type: "PageNode", children: [child], on: {} },
      I: { type: "InnerTreeEvaluatorNode", on: {} },
      N: { type: "NobodyKnows", on: {} },
    }),
  );
  expect([...nodes.values()].map(({ kind }) => kind)).toEqual(["page", "inner", "node"]);
  expect(nodes.get("N")?.behaviour).toBeUndefined();
  const [inner] = nodes.get("P")?.children ?? [];
  expect(inner).toMatchObject({ kind: "node", facts: { name: "C", id: "id-C", outcomes: ["outcome"] } });
  expect([...(inner?.outcomes ?? [])]).toEqual([["outcome", { name: "outcome", target: undefined }]]);
});

test("all runs of a machine share what is prepared", () => {
  const one = machine("J", {});
  expect(prepare(one)).toBe(prepare(one));
  expect(prepare(machine("J", {}))).not.toBe(prepare(one));
  expect(prepare({ ...machine("J", {}), initial: "gone" }).initial).toBe("failure");
});

test("a journey in progress knows its settings, and begins with its first step open", () => {
  const frameOf = (settings: Readonly<Record<string, JsonValue>>) => {
    const made = machine("J", { A: { type: "MeterNode", on: {} } }, { settings });
    const journey = prepare(made);
    return createFrame(journey, journey.initial as PreparedNode, true);
  };
  expect(frameOf({ mustRun: true })).toMatchObject({
    facts: { id: "J", identityResource: "managed/alpha_user", mustRun: true, inner: true },
    pathStep: { journey: "J", node: "A", outcome: undefined, stub: false },
    pending: { callbacks: [] },
  });
  expect(frameOf({ identityResource: null, mustRun: "true" }).facts).toMatchObject({
    identityResource: "managed/user",
    mustRun: false,
  });
});

test("a store takes over the content of another, and keeps its own when that is itself", () => {
  const store = new Map<string, JsonValue>([["a", 1]]);
  replaceStore(store, store);
  expect([...store]).toEqual([["a", 1]]);
  replaceStore(store, new Map([["b", 2]]));
  expect([...store]).toEqual([["b", 2]]);
});
