import { expect, test } from "vitest";
import { type Wire, wiringOf } from "../../../src/diff/match/wiring.js";
import { bindText } from "../../support/read-project.js";

function wiring(text: string) {
  const { nodes, entry, out, in: incoming } = wiringOf(bindText(text).model.journeys[0]!);
  const told = (wire: Wire) => {
    const to = typeof wire.to === "string" ? wire.to : `node ${wire.to.name}`;
    return `${wire.from?.name ?? "start"} -${wire.label}-> ${to}`;
  };
  const tables = [out, incoming].map((table) =>
    Object.fromEntries([...table].map(([node, wires]) => [node.name, wires.map(told)])),
  );
  return { nodes: nodes.map(({ name }) => name), entry: entry && told(entry), out: tables[0], in: tables[1] };
}

test("arrows in both directions, with outcomes and ends", () => {
  expect(
    wiring(`journey J {
      start -> A
      node A: DataStoreDecision { true -> B  false -> failure }
      node B: DataStoreDecision { true -> success  false -> A }
      node C: DataStoreDecision { true -> B  false -> "11111111-2222-4333-8444-555555555555" }
    }`),
  ).toEqual({
    nodes: ["A", "B", "C"],
    entry: "start --> node A",
    out: {
      A: ["A -true-> node B", "A -false-> failure"],
      B: ["B -true-> success", "B -false-> node A"],
      C: ["C -true-> node B", "C -false-> foreign"],
    },
    in: { A: ["start --> node A", "B -false-> node A"], B: ["A -true-> node B", "C -true-> node B"] },
  });
});

test("a journey whose start leads to no node", () => {
  expect(wiring("journey J { start -> success node A: UsernameCollector { -> A } }")).toEqual({
    nodes: ["A"],
    entry: "start --> success",
    out: { A: ["A -outcome-> node A"] },
    in: { A: ["A -outcome-> node A"] },
  });
  expect(wiring("journey J { node A: UsernameCollector { -> success } }").entry).toBeUndefined();
});

test("outcomes of a page are named by the place of their node, not by its id", () => {
  const page = (version: string) =>
    wiring(`journey J {
      start -> P
      page P${version} {
        node Name: UsernameCollector
        node Check: DataStoreDecision
        Check.true -> success
        Check.false -> failure
      }
    }`).out;
  expect(page("@2.0")).toEqual({
    P: ["P -DataStoreDecisionNode 1-true-> success", "P -DataStoreDecisionNode 1-false-> failure"],
  });
  expect(page("")).toEqual({ P: ["P -true-> success", "P -false-> failure"] });
});
