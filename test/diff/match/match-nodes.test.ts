import { describe, expect, test } from "vitest";
import { matchNodes } from "../../../src/diff/match/match-nodes.js";
import type { Journey, JourneyNode } from "../../../src/model/model.js";
import { bindText } from "../../support/read-project.js";

/** Ids come from the names of journey and node: in another journey, no node has the id of its like. */
function journeyOf(name: string, start: string, nodes: Readonly<Record<string, string>>): Journey {
  const lines = Object.entries(nodes).map(([node, rest]) =>
    rest.startsWith("page") ? `page ${node} ${rest.slice("page ".length)}` : `node ${node}: ${rest}`,
  );
  const { model, diagnostics } = bindText(`journey ${name} {\n start -> ${start}\n ${lines.join("\n")}\n}`);
  expect(diagnostics.filter(({ code }) => code === "syntax-error")).toEqual([]);
  return model.journeys[0]!;
}

type Side = Readonly<Record<string, string>>;

function namesOf(journey: Journey): ReadonlyMap<JourneyNode, string> {
  return new Map(
    journey.nodes.flatMap((node) => [
      [node, node.name] as const,
      ...node.children.map((child) => [child, `${node.name}.${child.name}`] as const),
    ]),
  );
}

/** The pairs as `A` or `A is B`, sorted; the first node of each side is its start. */
function match(before: Side, after: Side, sameIds = false): readonly string[] {
  const [left, right] = [before, after].map((side, index) =>
    journeyOf(sameIds || index === 0 ? "J" : "K", Object.keys(side)[0] ?? "success", side),
  );
  const pairs = matchNodes(left!, right!);
  const [names, others] = [namesOf(left!), namesOf(right!)];
  return [...pairs.entries()]
    .map(([one, other]) => {
      expect(pairs.beforeOf(other)).toBe(one);
      const [name, otherName] = [names.get(one), others.get(other)];
      return name === otherName ? `${name}` : `${name} is ${otherName}`;
    })
    .sort();
}

const ask = "UsernameCollector { -> success }";
const to = (target: string) => `UsernameCollector { -> ${target} }`;
const check = (yes: string, no: string) => `DataStoreDecision { true -> ${yes}  false -> ${no} }`;
const message = (text: string, target = "success") =>
  `Message { message: "${text}"  true -> ${target}  false -> failure }`;

describe("by id", () => {
  test("nodes of one id are the same, whatever they are now", () => {
    expect(
      match({ A: check("B", "failure"), B: ask }, { A: message("x"), B: "PasswordCollector { -> A }" }, true),
    ).toEqual(["A", "B"]);
  });

  test("nodes of other ids next to them are found by their arrows", () => {
    expect(
      match(
        { A: check("B", "C"), B: ask, C: ask },
        { A: check("X", "Y"), X: `UsernameCollector "B" { -> success }`, Y: `UsernameCollector "C" { -> success }` },
        true,
      ),
    ).toEqual(["A", "B is X", "C is Y"]);
  });
});

describe("with other ids", () => {
  test.each<[string, Side, Side, readonly string[]]>([
    [
      "a journey that was made anew is the same",
      { A: check("B", "C"), B: to("C"), C: ask },
      { A: check("B", "C"), B: to("C"), C: ask },
      ["A", "B", "C"],
    ],
    [
      "nodes called otherwise are found by what they are and where they stand",
      { A: check("B", "C"), B: message("x"), C: message("y") },
      { Q: check("R", "S"), R: `Message "B" { message: "x" true -> success false -> failure }`, S: message("y") },
      ["A is Q", "B is R", "C is S"],
    ],
    [
      "nodes that look alike are told apart by their neighbours",
      { A: check("B", "C"), B: to("D"), C: to("E"), D: message("d"), E: message("e") },
      {
        A: check("X", "Y"),
        X: `UsernameCollector "B" { -> D }`,
        Y: `UsernameCollector "B" { -> E }`,
        D: message("d"),
        E: message("e"),
      },
      ["A", "B is X", "C is Y", "D", "E"],
    ],
    [
      "nodes that were swapped are found by their names",
      { A: check("B", "C"), B: message("b"), C: message("c") },
      { A: check("C", "B"), B: message("b"), C: message("c") },
      ["A", "B", "C"],
    ],
    [
      "a node of the same name that is another type now",
      { A: to("B"), B: message("b") },
      { A: to("B"), B: check("success", "failure") },
      ["A", "B"],
    ],
    [
      "a node that is new",
      { A: to("B"), B: message("b") },
      { A: to("N"), N: check("B", "failure"), B: message("b") },
      ["A", "B"],
    ],
    [
      "a node that is gone",
      { A: to("N"), N: check("B", "failure"), B: message("b") },
      { A: to("B"), B: message("b") },
      ["A", "B"],
    ],
    [
      "a node with another setting and another name",
      { A: to("B"), B: `RetryLimitDecision { retryLimit: 3 Retry -> A Reject -> failure }` },
      { A: to("X"), X: `RetryLimitDecision { retryLimit: 5 Retry -> A Reject -> failure }` },
      ["A", "B is X"],
    ],
    [
      "nodes that have nothing in common",
      { A: to("B"), B: message("one", "A") },
      { A: to("X"), X: `Message { message: "two" messageYes: "a" messageNo: "b" true -> failure false -> success }` },
      ["A"],
    ],
    [
      "a node of another type in the same place",
      { A: to("B"), B: message("b", "C"), C: ask },
      { A: to("X"), X: check("C", "failure"), C: ask },
      ["A", "C"],
    ],
    ["nothing on one side", { A: ask }, {}, []],
  ])("%s", (_what, before, after, expected) => {
    expect(match(before, after)).toEqual([...expected].sort());
    const back = expected.map((pair) => (pair.includes(" is ") ? pair.split(" is ").reverse().join(" is ") : pair));
    expect(match(after, before)).toEqual(back.sort());
  });

  test("of nodes that look alike all around, any two will do, and what hangs on them follows", () => {
    const side = (first: string, second: string): Side => ({
      A: check(first, second),
      [first]: `Message "M" { message: "x" true -> ${first}2 false -> failure }`,
      [second]: `Message "M" { message: "x" true -> ${second}2 false -> failure }`,
      [`${first}2`]: `UsernameCollector "U" { -> success }`,
      [`${second}2`]: `UsernameCollector "U" { -> success }`,
    });
    expect(match(side("B", "C"), side("X", "Y"))).toEqual(["A", "B is X", "B2 is X2", "C is Y", "C2 is Y2"]);
  });

  test("many nodes of one kind without arrows are paired in their order", () => {
    const side = (prefix: string): Side =>
      Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [`${prefix}${index}`, `Message "M" { message: "x" }`]),
      );
    expect(match(side("A"), side("B"))).toEqual(["A0 is B0", "A1 is B1", "A2 is B2", "A3 is B3", "A4 is B4"]);
  });

  test("nodes are alike by settings, title and neighbours", () => {
    const retry = (limit: number, title: string, target: string) =>
      `RetryLimitDecision "${title}" { retryLimit: ${limit} Retry -> ${target} Reject -> failure }`;
    // Same title, same neighbours, another setting.
    expect(match({ A: to("B"), B: retry(3, "R", "A") }, { A: to("X"), X: retry(4, "R", "A") })).toEqual([
      "A",
      "B is X",
    ]);
    // Another title, another setting, but the same neighbours.
    expect(match({ A: to("B"), B: retry(3, "R", "A") }, { A: to("X"), X: retry(4, "S", "A") })).toEqual([
      "A",
      "B is X",
    ]);
    // Nothing of it.
    expect(match({ A: to("success"), B: retry(3, "R", "A") }, { A: to("X"), X: retry(4, "S", "X") })).toEqual(["A"]);
  });
});

describe("inner nodes", () => {
  const page = (children: string, target = "success") => `page {\n ${children}\n -> ${target}\n }`;
  const name = (id: string, title = id) => `node ${id}: UsernameCollector "${title}"\n`;
  const secret = (id: string, title = id) => `node ${id}: PasswordCollector "${title}"\n`;

  test.each<[string, Side, Side, readonly string[]]>([
    [
      "of a page that was made anew",
      { P: page(name("N") + secret("S")) },
      { P: page(name("N") + secret("S")) },
      ["P", "P.N", "P.S"],
    ],
    [
      "in another order",
      { P: page(name("N") + secret("S")) },
      { P: page(secret("S") + name("N")) },
      ["P", "P.N", "P.S"],
    ],
    [
      "called otherwise",
      { P: page(name("N") + secret("S")) },
      { P: page(name("X", "N") + secret("Y", "S")) },
      ["P", "P.N is P.X", "P.S is P.Y"],
    ],
    [
      "with another title",
      { P: page(name("N") + secret("S")) },
      { P: page(name("N", "Other") + secret("S")) },
      ["P", "P.N", "P.S"],
    ],
    [
      "called otherwise with another title",
      { P: page(name("N") + secret("S")) },
      { P: page(name("X", "Other") + secret("S")) },
      ["P", "P.N is P.X", "P.S"],
    ],
    [
      "of another type under the same name",
      { P: page(name("N") + secret("S")) },
      { P: page(name("N") + 'node S: ChoiceCollector "S"\n') },
      ["P", "P.N", "P.S"],
    ],
    [
      "two of one type by title",
      { P: page(name("A", "x") + name("B", "y")) },
      { P: page(name("C", "y") + name("D", "x")) },
      ["P", "P.A is P.D", "P.B is P.C"],
    ],
    [
      "that went to another page",
      { P: page(name("N") + secret("S"), "Q"), Q: page(secret("T")) },
      { P: page(secret("S"), "Q"), Q: page(name("N") + secret("T")) },
      ["P", "P.N is Q.N", "P.S", "Q", "Q.T"],
    ],
    [
      "that left the page",
      { P: page(name("N") + secret("S"), "success") },
      { P: page(secret("S"), "N"), N: "UsernameCollector { -> success }" },
      ["P", "P.N is N", "P.S"],
    ],
    [
      "that came onto a page",
      { P: page(secret("S"), "N"), N: "UsernameCollector { -> success }" },
      { P: page(name("N") + secret("S"), "success") },
      ["N is P.N", "P", "P.S"],
    ],
    ["that are new", { P: page(name("N")) }, { P: page(name("N") + secret("S")) }, ["P", "P.N"]],
  ])("%s", (_what, before, after, expected) => {
    expect(match(before, after)).toEqual([...expected].sort());
  });

  test("of one id are the same on whatever page", () => {
    const left = { P: page(name("N"), "Q"), Q: page(secret("S")) };
    expect(match(left, { P: page(secret("N"), "Q"), Q: page(name("S")) }, true)).toEqual(["P", "P.N", "Q", "Q.S"]);
  });
});
