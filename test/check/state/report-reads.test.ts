import { expect, test } from "vitest";
import { groupReads } from "../../../src/check/state/report-reads.js";
import { factsOf } from "../../support/journey-facts.js";

/** A journey of nodes that each read one attribute, given as `Name.attribute`, and its readings. */
function groups(...reads: readonly string[]) {
  const nodes = reads.map((text, index) => {
    const [name, attribute] = text.split(".");
    const next = reads[index + 1]?.split(".")[0] ?? "success";
    return `node ${name}: AttributePresentDecision { identityAttribute: "${attribute}"  present -> ${next}  notPresent -> ${next} }`;
  });
  const facts = factsOf([`journey J { start -> ${reads[0]?.split(".")[0]} ${nodes.join("\n")} }`]);
  return groupReads(facts.state.reads).map(({ at, args, related, first }) => {
    expect(at).toBe(first.node.namePlace);
    expect(args.node).toBe(first.node.name);
    expect(args.key).toBe(first.read.key);
    return { ...args, related: related.map(({ message }) => message) };
  });
}

test("readings of one key are one group, at the first node", () => {
  expect(groups("A.mail", "B.sn", "C.mail")).toEqual([
    { node: "A", key: "mail", inner: undefined, related: [expect.stringMatching(/^C /)] },
    { node: "B", key: "sn", inner: undefined, related: [] },
  ]);
});

test("five other nodes are shown", () => {
  const [group] = groups("A.mail", "B.mail", "C.mail", "D.mail", "E.mail", "F.mail", "G.mail");
  expect(group?.related.map((message) => message[0])).toEqual(["B", "C", "D", "E", "F"]);
});

test("a node that reads a key twice is shown once", () => {
  const body = 'nodeState.get("a"); nodeState.get("a"); nodeState.get("b");';
  const facts = factsOf(
    [
      `journey J {
        start -> S
        script Code { file: "code.js" }
        node S: ScriptedDecision { script: Code outcomes: ["x"]  x -> T }
        node T: ScriptedDecision { script: Code outcomes: ["x"]  x -> success }
      }`,
    ],
    { scripts: { "code.js": body } },
  );
  const found = groupReads(facts.state.reads);
  expect(found.map(({ args, related }) => [args.key, args.node, related.length])).toEqual([
    ["a", "S", 1],
    ["b", "S", 1],
  ]);
});

test("a reading in an inner journey names the node there and its journey", () => {
  const facts = factsOf([
    'journey J { start -> Run node Run: InnerTreeEvaluator { tree: "Inner"  true -> success  false -> failure } }',
    'journey Inner { start -> Check node Check: AttributePresentDecision { identityAttribute: "mail"  present -> success  notPresent -> failure } }',
  ]);
  expect(groupReads(facts.state.reads).map(({ args }) => args)).toEqual([
    { node: "Run", key: "mail", inner: "Check in journey Inner" },
  ]);
});

test("a key and an attribute of one name are two things", () => {
  const facts = factsOf([
    `journey J {
      start -> A
      node A: AttributePresentDecision { identityAttribute: "username"  present -> B  notPresent -> B }
      node B: DataStoreDecision { true -> success  false -> failure }
    }`,
  ]);
  const keys = groupReads(facts.state.reads).map(({ first }) => `${first.read.space} ${first.read.key}`);
  expect(keys.filter((key) => key.endsWith("username"))).toEqual(["attribute username", "state username"]);
});
