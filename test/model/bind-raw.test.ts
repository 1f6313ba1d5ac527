import { describe, expect, test } from "vitest";
import { deriveNodeId } from "../../src/model/ids.js";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const withRaw = (...blocks: readonly string[]) => `journey J "Real" {
  start -> P

  page P@2.0 {
    node A: UsernameCollector

    -> N
  }

  node N: DataStoreDecision {
    true -> success
    false -> failure
  }

${blocks.map((block) => `  raw ${block}\n`).join("")}}
`;
const rawOf = (...blocks: readonly string[]) => bindText(withRaw(...blocks)).model.journeys[0]?.raw;

const page = deriveNodeId("Real", "P");
const inner = deriveNodeId("Real", "P/A");
const node = deriveNodeId("Real", "N");
const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
const failure = "e301438c-0bd0-429c-ab0c-66126501069a";

describe("names stand for ids", () => {
  test.each<[string, string, object]>([
    ["bodies", "{ nodes: { N: { a: 1 }, P: null } }", { nodes: { [node]: { a: 1 }, [page]: null } }],
    ["bodies of inner nodes", '{ innerNodes: { "P.A": { a: 1 } } }', { innerNodes: { [inner]: { a: 1 } } }],
    ["references", "{ tree: { nodes: { N: { x: 1 } } } }", { tree: { nodes: { [node]: { x: 1 } } } }],
    [
      "connections, whose outcomes stay as they are",
      '{ tree: { nodes: { N: { connections: { N: "N", in: "P.A", a: "success", b: "failure", c: null } } } } }',
      {
        tree: { nodes: { [node]: { connections: { N: node, in: inner, a: success, b: failure, c: null } } } },
      },
    ],
    [
      "positions of the ends",
      "{ tree: { staticNodes: { start: { x: 1 }, success: { x: 2 }, failure: null, N: { x: 3 } } } }",
      { tree: { staticNodes: { startNode: { x: 1 }, [success]: { x: 2 }, [failure]: null, N: { x: 3 } } } },
    ],
    ["the entry", '{ tree: { entryNodeId: "P" } }', { tree: { entryNodeId: page } }],
    ["an entry that is an end", '{ tree: { entryNodeId: "failure" } }', { tree: { entryNodeId: failure } }],
    ["no entry", "{ tree: { entryNodeId: null } }", { tree: { entryNodeId: null } }],
    [
      "the list of a page",
      '{ nodes: { P: { nodes: [{ _id: "P.A", nodeType: "N" }, { _id: 1 }, "N"] } } }',
      { nodes: { [page]: { nodes: [{ _id: inner, nodeType: "N" }, { _id: 1 }, "N"] } } },
    ],
  ])("%s", (_, block, raw) => expect(rawOf(block)).toEqual(raw));
});

describe("anything else stays", () => {
  test.each<[string, string, object]>([
    ["a text", '{ tree: { description: "N" } }', { tree: { description: "N" } }],
    ["a setting of a node", '{ nodes: { N: { a: "N" } } }', { nodes: { [node]: { a: "N" } } }],
    ["a page's `nodes` that is no list", "{ nodes: { P: { nodes: 1 } } }", { nodes: { [page]: { nodes: 1 } } }],
    [
      "a member of a reference",
      '{ tree: { nodes: { N: { nodeType: "N" } } } }',
      { tree: { nodes: { [node]: { nodeType: "N" } } } },
    ],
    ["an id that no node has", '{ nodes: { "P.B": 1, "N.A": 2 } }', { nodes: { "P.B": 1, "N.A": 2 } }],
    ["another section", "{ scripts: { N: { nodes: [] } } }", { scripts: { N: { nodes: [] } } }],
  ])("%s", (_, block, raw) => expect(rawOf(block)).toEqual(raw));
});

describe("several blocks", () => {
  test("are joined, and the last one wins", () => {
    const joined = rawOf("{ tree: { a: 1, b: { c: 1, d: 1 } }, x: { y: 1 } }", "{ tree: { b: { d: 2 } }, x: 2 }");
    expect(joined).toEqual({ tree: { a: 1, b: { c: 1, d: 2 } }, x: 2 });
  });

  test("an object replaces what is none, and `null` stays", () => {
    expect(rawOf("{ a: 1, b: { c: 1 }, d: null }", "{ a: { c: 1 }, b: null, d: { e: 1 } }")).toEqual({
      a: { c: 1 },
      b: null,
      d: { e: 1 },
    });
  });

  test("inherited names are keys like any other", () => {
    expect(rawOf("{ a: 1 }", "{ constructor: { b: 1 } }")).toEqual({ a: 1, constructor: { b: 1 } });
  });

  test("without one there is no patch", () => expect(rawOf()).toBeUndefined());
});

describe("a bare word where the name of a node stands", () => {
  test.each(["nodes: { Nn: {} }", "innerNodes: { Nn: {} }", "tree: { nodes: { Nn: {} } }"])(
    "%s is reported if no node has it",
    (member) => {
      expect(bindReports(withRaw(`{ ${member} }`))).toMatchObject([
        { code: "unknown-node", at: "Nn", message: 'Journey "J" has no node "Nn"', fixes: ["N"] },
      ]);
    },
  );

  test.each(['nodes: { "gone": {} }', "tree: { other: { Nn: {} } }", "tree: 1", "other: { nodes: { Nn: {} } }"])(
    "%s is not",
    (member) => expect(bindReports(withRaw(`{ ${member} }`))).toEqual([]),
  );
});
