import { describe, expect, test } from "vitest";
import { matchNodes } from "../../../src/diff/match/match-nodes.js";
import { matchScripts } from "../../../src/diff/match/match-scripts.js";
import { NodeContents } from "../../../src/diff/match/node-content.js";
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

function pairsOfJourneys(before: Journey, after: Journey) {
  return matchNodes(before, after, new NodeContents(matchScripts(before, after)));
}

/** The pairs as `A` or `A is B`, sorted; the first node of each side is its start. */
function match(before: Side, after: Side, sameIds = false): readonly string[] {
  const [left, right] = [before, after].map((side, index) =>
    journeyOf(sameIds || index === 0 ? "J" : "K", Object.keys(side)[0] ?? "success", side),
  );
  const pairs = pairsOfJourneys(left!, right!);
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
      "a node with another setting and another name, in the same place",
      { A: to("B"), B: `RetryLimitDecision { retryLimit: 3 Retry -> A Reject -> failure }` },
      { A: to("X"), X: `RetryLimitDecision { retryLimit: 5 Retry -> A Reject -> failure }` },
      ["A"],
    ],
    [
      "a node without settings of its own that has another name, in the same place",
      { A: to("B"), B: "IncrementLoginCount { -> C }", C: message("c") },
      { A: to("X"), X: "IncrementLoginCount { -> C }", C: message("c") },
      ["A", "B is X", "C"],
    ],
    [
      "a node without settings of its own that has another name, in another place",
      { A: to("B"), B: "IncrementLoginCount { -> C }", C: message("c") },
      { A: to("C"), C: message("c", "X"), X: "IncrementLoginCount { -> success }" },
      ["A", "C"],
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
    expect(match({ A: to("B"), B: retry(3, "R", "A") }, { A: to("X"), X: retry(4, "S", "A") })).toEqual(["A"]);
    // Nothing of it.
    expect(match({ A: to("success"), B: retry(3, "R", "A") }, { A: to("X"), X: retry(4, "S", "X") })).toEqual(["A"]);
  });
});

describe("each way of finding nodes, where no other one leads to them", () => {
  const at = (...places: readonly (readonly [string, number])[]) =>
    `layout { ${places.map(([name, digit]) => `${name} 1, 1 "11111111-2222-4333-8444-55555555555${digit}"`).join("\n")} }`;
  const pairsOf = (before: string, after: string) => {
    const [left, right] = [before, after].map((body) => bindText(body).model.journeys[0]!);
    const [names, others] = [namesOf(left!), namesOf(right!)];
    return [...pairsOfJourneys(left!, right!).entries()]
      .map(([one, other]) => `${names.get(one)} ${others.get(other)}`)
      .sort();
  };
  const lone = (name: string, text: string, title = name) =>
    `node ${name}: Message "${title}" { message: "${text}" messageYes: "${text}" messageNo: "${text}" stateField: "${text}" }`;

  test("an id counts more than name, title, content and place", () => {
    const before = `journey J { start -> A ${lone("A", "a")} ${lone("B", "b")} ${at(["A", 1], ["B", 2])} }`;
    const after = `journey J { start -> A ${lone("A", "a")} ${lone("B", "b")} ${at(["A", 2], ["B", 1])} }`;
    expect(pairsOf(before, after)).toEqual(["A B", "B A"]);
  });

  test("equal surroundings count more than a name", () => {
    const body = (first: string, second: string) =>
      `start -> K node K: DataStoreDecision { true -> ${first} false -> ${second} } ${lone("A", "x", "T")} ${lone("B", "x", "T")}`;
    expect(pairsOf(`journey J { ${body("A", "B")} }`, `journey K { ${body("B", "A")} }`)).toEqual([
      "A B",
      "B A",
      "K K",
    ]);
  });

  test("surroundings far away count as well", () => {
    const body = (
      first: string,
      second: string,
    ) => `start -> K node K: DataStoreDecision { true -> ${first} false -> ${second} }
      node A: UsernameCollector "T" { -> A2 } node B: UsernameCollector "T" { -> B2 }
      node A2: UsernameCollector "U" { -> A3 } node B2: UsernameCollector "U" { -> B3 }
      ${lone("A3", "x", "V")} ${lone("B3", "x", "V")}`;
    expect(pairsOf(`journey J { ${body("A", "B")} }`, `journey K { ${body("B", "A")} }`)).toEqual([
      "A B",
      "A2 B2",
      "A3 B3",
      "B A",
      "B2 A2",
      "B3 A3",
      "K K",
    ]);
  });

  test("a name is enough where nothing else is equal", () => {
    expect(
      pairsOf(
        `journey J { start -> success ${lone("A", "a", "T")} }`,
        `journey K { start -> success ${lone("A", "b", "U")} node Z: UsernameCollector { -> A } }`,
      ),
    ).toEqual(["A A"]);
    expect(
      pairsOf(
        `journey J { start -> success ${lone("A", "a", "T")} }`,
        `journey K { start -> success node A: PasswordCollector { -> A } }`,
      ),
    ).toEqual(["A A"]);
  });

  test("of two nodes of one name in the text, type and name count first", () => {
    expect(
      pairsOf(
        `journey J { start -> success ${lone("A", "a", "T")} node B: PasswordCollector "U" }`,
        `journey K { start -> success node B: Message "V" { message: "z" true -> B } node A: PasswordCollector "W" { -> B } }`,
      ),
    ).toEqual(["A A", "B B"]);
  });

  test("content is enough where names, titles and places are other ones", () => {
    expect(
      pairsOf(
        `journey J { start -> success ${lone("A", "a")} ${lone("B", "b")} node Q: UsernameCollector { -> A } }`,
        `journey K { start -> success ${lone("X", "b")} ${lone("Y", "a")} node R: PasswordCollector { -> Y } node S: PasswordCollector { -> X } }`,
      ),
    ).toEqual(["A Y", "B X"]);
  });

  test("title and content together follow a node into a page and out of it, before another of its content at its place", () => {
    const [question, plain] = ["node Q: PasswordCollector", 'node M: Message { message: "x" }'];
    const outside = { A: `page {\n${question}\n-> M }`, M: message("x", "B"), B: ask };
    const inside = { A: `page {\n${plain}\n${question}\n-> N }`, N: message("x", "B"), B: ask };
    expect(match(outside, inside)).toEqual(["A", "A.Q", "B", "M is A.M"]);
    expect(match(inside, outside)).toEqual(["A", "A.M is M", "A.Q", "B"]);
  });

  test("several of one content are paired in their order", () => {
    const before = `journey J { start -> success ${lone("A", "a")} ${lone("B", "a")} node Q: UsernameCollector { -> A } node Q2: UsernameCollector { -> B } }`;
    const after = `journey K { start -> success ${lone("X", "a")} ${lone("Y", "a")} node R: PasswordCollector { -> Y } node S: PasswordCollector { -> X } }`;
    expect(pairsOf(before, after)).toEqual(["A X", "B Y"]);
  });

  test("those that look alike all around are not mixed up with what hangs on them", () => {
    const side = (first: string, second: string, ...order: readonly string[]) => {
      const nodes: Readonly<Record<string, string>> = {
        [first]: `node ${first}: UsernameCollector "M" { -> ${first}2 }`,
        [second]: `node ${second}: UsernameCollector "M" { -> ${second}2 }`,
        [`${first}2`]: `node ${first}2: UsernameCollector "U" { -> success }`,
        [`${second}2`]: `node ${second}2: UsernameCollector "U" { -> success }`,
      };
      return `start -> success ${order.map((name) => nodes[name]).join(" ")}`;
    };
    const before = `journey J { ${side("A", "B", "A", "B", "A2", "B2")} }`;
    expect(pairsOf(before, `journey K { ${side("X", "Y", "X", "Y", "Y2", "X2")} }`)).toEqual([
      "A X",
      "A2 X2",
      "B Y",
      "B2 Y2",
    ]);
    expect(pairsOf(before, `journey K { ${side("X", "Y", "X2", "Y2", "Y", "X")} }`)).toEqual([
      "A Y",
      "A2 Y2",
      "B X",
      "B2 X2",
    ]);
  });

  test("a title makes up for settings; without it, most of the settings and the place must be the same", () => {
    const thing = (name: string, title: string, target: string, ...texts: readonly string[]) =>
      `node ${name}: ThingNode "${title}" { ${texts.map((text, index) => `p${index}: "${text}"`).join(" ")} a -> ${target} }`;
    const match = (before: string, after: string) =>
      pairsOf(`journey J { start -> success ${before} }`, `journey K { start -> success ${after} }`);
    expect(match(thing("A", "T", "success", "1", "2"), thing("X", "T", "failure", "3", "4"))).toEqual(["A X"]);
    expect(match(thing("A", "T", "success", "1", "2"), thing("X", "U", "failure", "1", "3"))).toEqual([]);
    const most = ["1", "2", "3", "x", "x"];
    expect(match(thing("A", "T", "success", ...most), thing("X", "U", "success", "1", "2", "3", "y", "y"))).toEqual([
      "A X",
    ]);
    expect(match(thing("A", "T", "success", ...most), thing("X", "U", "failure", "1", "2", "3", "y", "y"))).toEqual([]);
    expect(match(thing("A", "T", "success", ...most), thing("X", "U", "success", "1", "2", "y", "y", "y"))).toEqual([]);
    // The same place is one between the same nodes.
    const [k, l] = ["node K: PasswordCollector { -> failure }", "node L: UsernameCollector { -> success }"];
    const [some, others] = [most, ["1", "2", "3", "y", "y"]];
    expect(match(`${thing("A", "T", "K", ...some)} ${k} ${l}`, `${thing("X", "U", "K", ...others)} ${k} ${l}`)).toEqual(
      ["A X", "K K", "L L"],
    );
    expect(match(`${thing("A", "T", "K", ...some)} ${k} ${l}`, `${thing("X", "U", "L", ...others)} ${k} ${l}`)).toEqual(
      ["K K", "L L"],
    );
  });

  describe("where a node kept the id that the platform gave it", () => {
    const K = "node K: PasswordCollector { -> A }";
    const before = `journey J { start -> K ${K} ${lone("A", "a", "T")} ${at(["K", 1], ["A", 2])} }`;
    const renamed = (title: string, text: string) => K.replace("-> A", "-> X") + lone("X", text, title);

    test("a new id is a new node, whatever its title and content are", () => {
      expect(pairsOf(before, `journey J { start -> K ${renamed("T", "a")} ${at(["K", 1], ["X", 3])} }`)).toEqual([
        "K K",
      ]);
    });

    test("a node whose id comes from its name is found by its content", () => {
      expect(pairsOf(before, `journey J { start -> K ${renamed("U", "a")} ${at(["K", 1])} }`)).toEqual(["A X", "K K"]);
      expect(pairsOf(before, `journey J { start -> K ${renamed("U", "b")} ${at(["K", 1])} }`)).toEqual(["K K"]);
    });

    test("where no node kept its id, titles and content count", () => {
      expect(pairsOf(before, `journey J { start -> K ${renamed("T", "b")} ${at(["K", 4], ["X", 3])} }`)).toEqual([
        "A X",
        "K K",
      ]);
    });
  });

  describe("a scripted node is its script", () => {
    const body = (name: string, script: string, title = name) => `start -> Check
      node Check: DataStoreDecision { true -> ${name} false -> failure }
      node ${name}: ScriptedDecision "${title}" { script: ${script} outcomes: ["true", "false"] true -> success false -> failure }`;
    const script = (name: string, title: string) => `script ${name} "${title}" { body: "outcome = '${title}'" }`;

    test("with another script it is another node", () => {
      expect(
        pairsOf(
          `journey J { ${body("Mfa", "S")} ${script("S", "Mfa")} }`,
          `journey J { ${body("News", "S")} ${script("S", "News")} }`.replaceAll("S", "T"),
        ),
      ).toEqual(["Check Check"]);
    });

    test("with the same script under another id it is the same node", () => {
      expect(
        pairsOf(
          `journey J { ${body("Mfa", "Mine")} ${script("Mine", "Mfa")} }`,
          `journey J { ${body("Second", "Other")} ${script("Other", "Mfa")} }`,
        ),
      ).toEqual(["Check Check", "Mfa Second"]);
    });

    test("title and script together count more than the place", () => {
      const two = `start -> Check node Check: DataStoreDecision { true -> Mfa false -> failure }
        node Mfa: ScriptedDecision { script: "m" outcomes: ["true", "false"] true -> Phone false -> failure }
        node Phone: ScriptedDecision { script: "p" outcomes: ["true", "false"] true -> success false -> failure }`;
      const one = `start -> Check node Check: DataStoreDecision { true -> Phone false -> failure }
        node Phone: ScriptedDecision { script: "p" outcomes: ["true", "false"] true -> success false -> failure }`;
      expect(pairsOf(`journey J { ${two} }`, `journey K { ${one} }`)).toEqual(["Check Check", "Phone Phone"]);
    });
  });

  test("the likeliest are paired first", () => {
    const some = (name: string, ...texts: readonly string[]) =>
      `node ${name}: ThingNode "${name}" { ${texts.map((text, index) => `p${index}: "${text}"`).join(" ")} }`;
    const before = `journey J { start -> success ${some("A", "1", "2", "3", "x", "x")} ${some("B", "1", "2", "3", "4", "x")} }`;
    const after = `journey K { start -> success ${some("X", "1", "2", "3", "4", "5")} }`;
    expect(pairsOf(before, after)).toEqual(["B X"]);
    // Three fifths of the settings in the same place are just enough; less, or another place, is not.
    const match = (start: string, ...texts: readonly string[]) =>
      pairsOf(`journey J { start -> ${start} ${some("A", ...texts)} }`, after);
    expect(match("success", "1", "2", "3", "x", "x")).toEqual(["A X"]);
    expect(match("success", "1", "2", "x", "x", "x")).toEqual([]);
    expect(match("A", "1", "2", "3", "x", "x")).toEqual([]);
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
      { P: page(`${name("N")}node S: ChoiceCollector "S"\n`) },
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
