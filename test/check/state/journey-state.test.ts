import { expect, test } from "vitest";
import { check } from "../../../src/check/check.js";
import { rules } from "../../../src/check/rules/index.js";
import { messagesWithScripts } from "../../support/check-scripts.js";
import { bindText } from "../../support/read-project.js";

const never = (text: string, scripts: Readonly<Record<string, string>> = {}, ...more: readonly string[]) =>
  messagesWithScripts("state-never-written", [text, ...more], scripts);
const sometimes = (text: string) => messagesWithScripts("state-not-on-every-path", [text]);

test("what only one outcome writes is missing on the other", () => {
  const text = `journey J {
    start -> Ask
    node Ask: AttributeCollector { attributesToCollect: ["mail"]  -> Find }
    node Find: IdentifyExistingUser { true -> Password  false -> Password }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  expect(sometimes(text)).toEqual([
    'Node "Check" needs "username", but on one path nothing writes it: start -> Ask -> Find (false) -> Password -> Check',
  ]);
  expect(sometimes(text.replace("false -> Password", "false -> failure"))).toEqual([]);
});

test("loops end, and what a loop writes counts after it", () => {
  const text = `journey J {
    start -> Choose
    node Choose: ChoiceCollector { prompt: "?" choices: ["again", "on"] defaultChoice: "on"  again -> Name  on -> Password }
    node Name: UsernameCollector { -> Choose }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> Choose }
  }`;
  expect(never(text)).toEqual([]);
  expect(sometimes(text)).toHaveLength(1);
});

test("inner nodes of a page run one after the other", () => {
  expect(
    never(`journey J {
    start -> Ask
    page Ask {
      node Name: UsernameCollector
      node Password: PasswordCollector
      node Check: DataStoreDecision
      true -> success
      false -> failure
    }
  }`),
  ).toEqual([]);
});

const outer = `journey Outer {
  start -> Ask
  node Ask: PasswordCollector { -> Run }
  node Run: InnerTreeEvaluator { tree: "Inner"  true -> Check  false -> failure }
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
const inner = (node: string) => `journey Inner {
  innerTreeOnly: true
  start -> Ask
  node Ask: ${node} { -> success }
}`;

test("an inner journey writes shared state for the journey around it", () => {
  expect(never(outer, {}, inner("UsernameCollector"))).toEqual([]);
  expect(never(outer, {}, inner("PasswordCollector"))).toEqual([
    'Node "Check" needs "username", but nothing before it writes it',
  ]);
});

test("an inner journey that is not here may write anything", () => {
  expect(never(outer)).toEqual([]);
});

test("transient state of an inner journey is not handed back", () => {
  const text = outer.replace("node Ask: PasswordCollector", "node Ask: UsernameCollector");
  expect(messagesWithScripts("transient-state-lost", [text, inner("PasswordCollector")])).toEqual([
    'Node "Check" reads "password", which the platform has dropped by then',
  ]);
});

test("what an inner journey lacks is reported where it is run", () => {
  const lacking = `journey Inner {
  innerTreeOnly: true
  start -> Check
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
  expect(never(outer, {}, lacking)).toEqual([
    'Node "Run" (Check in journey Inner) needs "username", but nothing before it writes it',
  ]);
});

test("journeys that run each other do not hang", () => {
  const run = (name: string, other: string) => `journey ${name} {
  start -> Run
  node Run: InnerTreeEvaluator { tree: "${other}"  true -> success  false -> failure }
}`;
  expect(never(run("A", "B"), {}, run("B", "A"))).toEqual([]);
});

test("a script that decides by a key is believed on all its paths", () => {
  const text = `journey J {
    start -> Choose
    script Known { file: "scripts/known.js" }
    node Choose: ChoiceCollector { prompt: "?" choices: ["a", "b"] defaultChoice: "a"  a -> Name  b -> Decide }
    node Name: UsernameCollector { -> Decide }
    node Decide: ScriptedDecision { script: Known outcomes: ["yes", "no"]  yes -> Password  no -> failure }
    node Password: PasswordCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  const paths = (body: string) => messagesWithScripts("state-not-on-every-path", [text], { "scripts/known.js": body });
  expect(paths('outcome = nodeState.get("username") ? "yes" : "no";')).toEqual([]);
  expect(paths('outcome = "yes";')).toHaveLength(1);
});

test("a long journey full of loops is followed to its end", () => {
  const count = 2000;
  const nodes = Array.from(
    { length: count },
    (_, at) =>
      `node N${at}: Message { stateField: "k${at % 300}"  true -> ${at + 1 < count ? `N${at + 1}` : "Check"}  false -> N${Math.floor(at / 2)} }`,
  );
  const { model } = bindText(
    `journey J { start -> N0 ${nodes.join("\n")} node Check: DataStoreDecision { true -> success false -> failure } }`,
  );
  expect(
    check(
      model,
      rules.filter((rule) => rule.code === "state-never-written"),
    ).map(({ message }) => message),
  ).toEqual([
    'Node "Check" needs "username", but nothing before it writes it',
    'Node "Check" needs "password", but nothing before it writes it',
  ]);
});
