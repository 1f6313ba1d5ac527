import { expect, test } from "vitest";
import { firstVisible, lookAlike, visibleNames } from "../../../src/check/proof/first-visible.js";
import { factsOf } from "../../support/journey-facts.js";

/** What may be seen first from `From` on: the names of the nodes, or the ends. */
function visible(nodes: string): readonly string[] | undefined {
  const { graph } = factsOf([`journey J {\n start -> From\n ${nodes}\n }`]);
  const found = firstVisible(graph, graph.byName.get("From")!, ({ connection }) => connection.outcomeId !== "never");
  return found && [...visibleNames(found)].sort();
}

const ask = (name: string, settings = "") => `node ${name}: UsernameCollector { ${settings} -> success }`;

test.each<[string, string, readonly string[] | undefined]>([
  ["the node itself", ask("From"), ["From"]],
  ["an end", "node From: DataStoreDecision { true -> success false -> failure }", ["failure", "success"]],
  [
    "what comes behind nodes that send nothing",
    `node From: DataStoreDecision { true -> A false -> failure } ${ask("A")}`,
    ["A", "failure"],
  ],
  [
    "what comes behind two of them",
    `node From: DataStoreDecision { true -> B false -> B } node B: DataStoreDecision { true -> A false -> From } ${ask("A")}`,
    ["A"],
  ],
  [
    "two nodes that look alike are one",
    `node From: DataStoreDecision { true -> A false -> B } ${ask("A")} ${ask("B")}`,
    ["B"],
  ],
  [
    "two nodes with other settings",
    `node From: DataStoreDecision { true -> A false -> B } ${ask("A")} ${ask("B", 'autocompleteValues: ["x"]')}`,
    ["A", "B"],
  ],
  [
    "two nodes of other types",
    `node From: DataStoreDecision { true -> A false -> B } ${ask("A")} node B: PasswordCollector { -> success }`,
    ["A", "B"],
  ],
  [
    "settings in another order",
    'node From: DataStoreDecision { true -> A false -> B } node A: Message { message: "x" messageYes: "y" } node B: Message { messageYes: "y" message: "x" }',
    ["B"],
  ],
  [
    "a page",
    `node From: DataStoreDecision { true -> P false -> failure } page P { node N: UsernameCollector -> success }`,
    ["P", "failure"],
  ],
  [
    "two pages with other nodes",
    "node From: DataStoreDecision { true -> P false -> Q } page P { node N: UsernameCollector } page Q { node N: PasswordCollector }",
    ["P", "Q"],
  ],
  [
    "two pages with equal nodes",
    "node From: DataStoreDecision { true -> P false -> Q } page P { node N: UsernameCollector } page Q { node M: UsernameCollector }",
    ["Q"],
  ],
  [
    "mail is not seen, only that it was sent",
    'node From: DataStoreDecision { true -> A false -> B } node A: EmailSuspend { emailTemplateName: "one" emailSuspendMessage: "Look" } node B: EmailSuspend { emailTemplateName: "two" emailSuspendMessage: "Look" }',
    ["B"],
  ],
  [
    "what is said of mail is seen",
    'node From: DataStoreDecision { true -> A false -> B } node A: EmailSuspend { emailSuspendMessage: "One" } node B: EmailSuspend { emailSuspendMessage: "Two" }',
    ["A", "B"],
  ],
  [
    "a script may show anything",
    `node From: DataStoreDecision { true -> S false -> failure } node S: ScriptedDecision { outcomes: ["a"] }`,
    undefined,
  ],
  [
    "a page with a script may show anything",
    'node From: DataStoreDecision { true -> P false -> failure } page P { node N: UsernameCollector node S: ScriptedDecision { outcomes: ["a"] } }',
    undefined,
  ],
  [
    "a script behind something visible is not asked",
    `node From: DataStoreDecision { true -> A false -> failure } node A: UsernameCollector { -> S } node S: ScriptedDecision { outcomes: ["a"] }`,
    ["A", "failure"],
  ],
])("%s", (_what, nodes, expected) => {
  expect(visible(nodes)).toEqual(expected);
});

test("only along the edges that may be followed", () => {
  const { graph } = factsOf([
    `journey J {\n start -> From\n node From: DataStoreDecision { true -> A false -> failure } ${ask("A")}\n }`,
  ]);
  const found = (outcome: string) =>
    firstVisible(graph, graph.start + 1, ({ connection }) => connection.outcomeId === outcome);
  expect(visibleNames(found("true")!)).toEqual(["A"]);
  expect(visibleNames(found("false")!)).toEqual(["failure"]);
  expect(visibleNames(found("none")!)).toEqual([]);
});

test("the start shows nothing and leads nowhere", () => {
  const { graph } = factsOf([`journey J {\n start -> From\n ${ask("From")}\n }`]);
  expect([...firstVisible(graph, graph.start, () => true)!]).toEqual([]);
});

test.each<[string, string, boolean]>([
  [ask("A"), ask("B"), true],
  [ask("A"), ask("B", 'autocompleteValues: ["x"]'), false],
  [ask("A"), "node B: PasswordCollector { -> success }", false],
  [ask("A"), `node B: DataStoreDecision { true -> C false -> A } ${ask("C")}`, true],
  [ask("A"), "node B: DataStoreDecision { true -> A false -> failure }", false],
])("what is seen first from A on in %s, and from B on in %s", (first, second, expected) => {
  const { graph } = factsOf([`journey J {\n start -> A\n ${first} ${second}\n }`]);
  const from = (name: string) => firstVisible(graph, graph.byName.get(name)!, () => true)!;
  expect(lookAlike(from("A"), from("B"))).toBe(expected);
  expect(lookAlike(from("B"), from("A"))).toBe(expected);
});
