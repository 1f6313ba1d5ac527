import { expect, test } from "vitest";
import { Pairs } from "../../../src/diff/match/pairs.js";
import { spread } from "../../../src/diff/match/spread.js";
import { wiringOf } from "../../../src/diff/match/wiring.js";
import type { JourneyNode } from "../../../src/model/model.js";
import { bindText } from "../../support/read-project.js";

/** What is found from some known pairs on; nodes whose names begin with one letter may be the same. */
function found(left: string, right: string, known: readonly (readonly [string, string])[]): readonly string[] {
  const [before, after] = [left, right].map((body) => wiringOf(bindText(`journey J { ${body} }`).model.journeys[0]!));
  const node = (nodes: readonly JourneyNode[], name: string) => nodes.find((each) => each.name === name)!;
  const pairs = new Pairs<JourneyNode>();
  const made = known.map(([one, other]) => [node(before!.nodes, one), node(after!.nodes, other)] as const);
  for (const [one, other] of made) pairs.pair(one, other);
  const isSame = (one: JourneyNode, other: JourneyNode) => one.name[0] === other.name[0];
  spread({ before: before!, after: after!, pairs, isSame }, made);
  return [...pairs.entries()]
    .slice(known.length)
    .map(([one, other]) => `${one.name} ${other.name}`)
    .sort();
}

const one = (name: string, target: string) => `node ${name}: UsernameCollector { -> ${target} }`;
const two = (name: string, yes: string, no: string) =>
  `node ${name}: DataStoreDecision { true -> ${yes} false -> ${no} }`;

test.each<[string, string, string, readonly (readonly [string, string])[], readonly string[]]>([
  [
    "from the start",
    `start -> A1 ${one("A1", "B1")} ${one("B1", "success")}`,
    `start -> A2 ${one("A2", "B2")} ${one("B2", "success")}`,
    [],
    ["A1 A2", "B1 B2"],
  ],
  ["not from a start that one side does not have", one("A1", "success"), `start -> A2 ${one("A2", "success")}`, [], []],
  [
    "not from a start that the other side does not have",
    `start -> A1 ${one("A1", "success")}`,
    one("A2", "success"),
    [],
    [],
  ],
  [
    "not to what is another thing",
    `start -> A1 ${one("A1", "B1")} ${one("B1", "success")}`,
    `start -> A2 ${one("A2", "C2")} ${one("C2", "success")}`,
    [],
    ["A1 A2"],
  ],
  [
    "forwards by equal outcomes",
    `${two("K1", "A1", "B1")} ${one("A1", "success")} ${one("B1", "success")}`,
    `${two("K2", "A2", "B2")} ${one("A2", "success")} ${one("B2", "success")}`,
    [["K1", "K2"]],
    ["A1 A2", "B1 B2"],
  ],
  [
    "not by other outcomes",
    `${two("K1", "A1", "success")} ${one("A1", "success")}`,
    `${two("K2", "success", "A2")} ${one("A2", "success")}`,
    [["K1", "K2"]],
    [],
  ],
  [
    "backwards",
    `${one("A1", "K1")} ${one("K1", "success")}`,
    `${one("A2", "K2")} ${one("K2", "success")}`,
    [["K1", "K2"]],
    ["A1 A2"],
  ],
  [
    "backwards by equal outcomes",
    `${two("A1", "K1", "success")} ${two("B1", "success", "K1")} ${one("K1", "success")}`,
    `${two("B2", "success", "K2")} ${two("A2", "K2", "success")} ${one("K2", "success")}`,
    [["K1", "K2"]],
    ["A1 A2", "B1 B2"],
  ],
  [
    "not backwards where several come by one outcome",
    `${one("A1", "K1")} ${one("A3", "K1")} ${one("K1", "success")}`,
    `${one("A2", "K2")} ${one("K2", "success")}`,
    [["K1", "K2"]],
    [],
  ],
  [
    "not backwards where several come on the other side",
    `${one("A1", "K1")} ${one("K1", "success")}`,
    `${one("A2", "K2")} ${one("A4", "K2")} ${one("K2", "success")}`,
    [["K1", "K2"]],
    [],
  ],
  [
    "of several, those that are known do not count",
    `${one("A1", "K1")} ${one("A3", "K1")} ${one("K1", "success")}`,
    `${one("A2", "K2")} ${one("A4", "K2")} ${one("K2", "success")}`,
    [
      ["K1", "K2"],
      ["A3", "A4"],
    ],
    ["A1 A2"],
  ],
  [
    "forwards and back again",
    `${one("K1", "A1")} ${one("B1", "A1")} ${one("A1", "success")}`,
    `${one("K2", "A2")} ${one("B2", "A2")} ${one("A2", "success")}`,
    [["K1", "K2"]],
    ["A1 A2", "B1 B2"],
  ],
  [
    "a node that both outcomes lead to",
    `${two("K1", "A1", "A1")} ${one("A1", "success")}`,
    `${two("K2", "A2", "A2")} ${one("A2", "success")}`,
    [["K1", "K2"]],
    ["A1 A2"],
  ],
  [
    "round a loop",
    `${one("K1", "A1")} ${one("A1", "K1")}`,
    `${one("K2", "A2")} ${one("A2", "K2")}`,
    [["K1", "K2"]],
    ["A1 A2"],
  ],
])("%s", (_what, left, right, known, expected) => {
  expect(found(left, right, known)).toEqual(expected);
});
