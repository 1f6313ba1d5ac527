import { expect, test } from "vitest";
import { pathFrom } from "../../../src/check/proof/code-path.js";
import { factsOf, pathText } from "../../support/journey-facts.js";

/** A path from the first edge of `Send` to a node called `End…`, past nodes that are not called `Stop…`. */
function path(nodes: string): string | undefined {
  const { graph } = factsOf([`journey J {\n start -> Send\n ${nodes}\n }`]);
  const [first] = graph.outgoing[graph.byName.get("Send")!]!;
  const found = pathFrom(
    graph,
    first!,
    ({ name }) => name.startsWith("End"),
    ({ name }) => name.startsWith("Stop"),
  );
  return pathText(graph, found);
}

test.each<[string, string, string | undefined]>([
  ["at once", "node Send: UsernameCollector { -> End } node End: UsernameCollector", "Send.outcome End"],
  [
    "over another one",
    "node Send: UsernameCollector { -> A } node A: UsernameCollector { -> End } node End: UsernameCollector",
    "Send.outcome A.outcome End",
  ],
  [
    "the shorter way",
    "node Send: DataStoreDecision { true -> A } node A: DataStoreDecision { true -> B false -> End } node B: UsernameCollector { -> End } node End: UsernameCollector",
    "Send.true A.false End",
  ],
  [
    "by the first edge only",
    "node Send: DataStoreDecision { true -> A false -> End } node A: UsernameCollector { -> success } node End: UsernameCollector",
    undefined,
  ],
  [
    "back to where it began",
    "node Send: UsernameCollector { -> A } node A: UsernameCollector { -> End } node End: UsernameCollector { -> Send }",
    "Send.outcome A.outcome End",
  ],
  [
    "over a page",
    "node Send: UsernameCollector { -> P } page P {\n node N: UsernameCollector\n -> End\n } node End: UsernameCollector",
    "Send.outcome P.outcome End",
  ],
  [
    "not past a barrier",
    "node Send: UsernameCollector { -> Stop } node Stop: UsernameCollector { -> End } node End: UsernameCollector",
    undefined,
  ],
  [
    "not past a script",
    'node Send: UsernameCollector { -> A } node A: ScriptedDecision { outcomes: ["a"] a -> End } node End: UsernameCollector',
    undefined,
  ],
  [
    "not past a page with a script",
    'node Send: UsernameCollector { -> P } page P { node N: ScriptedDecision { outcomes: ["a"] } node M: UsernameCollector\n -> End } node End: UsernameCollector',
    undefined,
  ],
  [
    "to a script",
    'node Send: UsernameCollector { -> EndScript } node EndScript: ScriptedDecision { outcomes: ["a"] }',
    "Send.outcome EndScript",
  ],
  ["not where there is none", "node Send: UsernameCollector { -> success } node End: UsernameCollector", undefined],
])("%s", (_what, nodes, expected) => {
  expect(path(nodes)).toBe(expected);
});
