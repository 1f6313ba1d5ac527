import { describe, expect, test } from "vitest";
import { countsAsSignedOn } from "../../../src/check/proof/proof-of-outcome.js";
import { factsOf, vertexName } from "../../support/journey-facts.js";

type Options = Parameters<typeof factsOf>[1];

/** What can be reached without a proof, in the author's order. */
function unproven(text: string, others: readonly string[] = [], options: Options = {}): readonly string[] {
  const { graph, proofs } = factsOf([text, ...others], options);
  return graph.vertices
    .map((_, vertex) => vertex)
    .filter((vertex) => proofs.unprovenVertices.has(vertex))
    .map((vertex) => vertexName(graph, vertex));
}

const check = `journey J {
  start -> Name
  node Name: UsernameCollector { -> Check }
  node Check: DataStoreDecision { true -> In  false -> Again }
  node In: UsernameCollector { -> success }
  node Again: UsernameCollector { -> failure }
}`;

test("what lies behind a proof is not reached without one", () => {
  expect(unproven(check)).toEqual(["start", "Name", "Check", "Again", "failure"]);
});

test("another way round the proof", () => {
  expect(unproven(check.replace("-> failure", "-> In"))).toEqual(["start", "Name", "Check", "In", "Again", "success"]);
});

test("nodes that may have asked for a proof lead nowhere", () => {
  const script = check.replace("DataStoreDecision { true", 'ScriptedDecision { outcomes: ["true", "false"] true');
  expect(unproven(script)).toEqual(["start", "Name", "Check"]);
});

test("who is anonymous has a session all the same", () => {
  expect(unproven(check.replace("Name: UsernameCollector", "Name: AnonymousUserNode"))).toEqual(["start", "Name"]);
});

const lock = (action: string, more = "") => `journey J {
  start -> Name
  node Name: UsernameCollector { -> Lock }
  node Lock: AccountLockout { lockAction: "${action}"  -> ${more === "" ? "Active" : "More"} }
  node Active: AccountActiveDecision { true -> success  false -> failure }
  ${more}
}`;

describe("an account that the journey has locked", () => {
  test("is active on no way behind the lock", () => {
    expect(unproven(lock("LOCK"))).toEqual(["start", "Name", "Lock", "Active", "failure"]);
    expect(
      unproven(lock("LOCK", 'node More: Message { message: "Locked"  true -> Active  false -> success }')),
    ).toContain("success");
    expect(
      unproven(lock("LOCK", 'node More: Message { message: "Locked"  true -> Active  false -> failure }')),
    ).not.toContain("success");
  });

  test("may be active where it is unlocked, another one, or not locked on every way", () => {
    expect(unproven(lock("UNLOCK"))).toContain("success");
    expect(unproven(lock("LOCK", 'node More: AccountLockout { lockAction: "UNLOCK"  -> Active }'))).toContain(
      "success",
    );
    expect(unproven(lock("LOCK", "node More: UsernameCollector { -> Active }"))).toContain("success");
    expect(
      unproven(lock("LOCK", 'node More: InnerTreeEvaluator { tree: "Open"  true -> Active  false -> failure }'), [
        "journey Open { start -> success }",
      ]),
    ).toContain("success");
    const besides = lock("LOCK").replace(
      "Name: UsernameCollector { -> Lock }",
      "Name: UsernameCollector { -> Check } node Check: DataStoreDecision { true -> success false -> Retry } node Retry: RetryLimitDecision { Retry -> Active Reject -> Lock }",
    );
    expect(unproven(besides)).toContain("success");
  });
});

const outer = `journey J {
  start -> Run
  node Run: InnerTreeEvaluator { tree: "Inner"  true -> In  false -> Out }
  node In: UsernameCollector { -> success }
  node Out: UsernameCollector { -> failure }
}`;
const inner = (ends: string) => `journey Inner {
  start -> Check
  node Check: DataStoreDecision { ${ends} }
}`;

describe("an inner journey", () => {
  test.each<[string, readonly string[], Options, readonly string[]]>([
    ["that proves", [inner("true -> success  false -> failure")], {}, ["Out", "failure"]],
    ["that lets in without a proof", [inner("true -> failure  false -> success")], {}, ["In", "success"]],
    [
      "that does both",
      [inner("true -> success  false -> Name").replace(/\}$/, "node Name: UsernameCollector { -> success }}")],
      {},
      ["In", "success"],
    ],
    ["that is not here", [], {}, []],
    ["that could not be read completely", [inner("true -> failure  false -> success")], { incomplete: ["Inner"] }, []],
    [
      "that runs the outer one",
      [
        inner("true -> success  false -> Run").replace(
          /\}$/,
          'node Run: InnerTreeEvaluator { tree: "J"  true -> success  false -> failure }}',
        ),
      ],
      {},
      [],
    ],
  ])("%s", (_what, others, options, expected) => {
    expect(unproven(outer, others, options).slice(2)).toEqual(expected);
  });

  test("is asked about in depth", () => {
    const middle = inner("true -> success  false -> Run").replace(
      /\}$/,
      'node Run: InnerTreeEvaluator { tree: "Deep"  true -> success  false -> failure }}',
    );
    const deep = inner("true -> failure  false -> success").replace("Inner", "Deep");
    expect(unproven(outer, [middle, deep]).slice(2)).toEqual(["In", "success"]);
  });

  test("that is only named and does not run inside proves nothing either way", () => {
    const named = outer.replace(
      'InnerTreeEvaluator { tree: "Inner"  true -> In  false -> Out }',
      "EmailSuspend { -> In }",
    );
    expect(unproven(named).slice(1)).toEqual(["Run"]);
  });
});

test("a shortest path without a proof, by what counts as one", () => {
  const text = `journey J {
    start -> Name
    node Name: UsernameCollector { -> Mail }
    node Mail: EmailSuspend { -> Long }
    node Long: UsernameCollector { -> Check }
    node Check: DataStoreDecision { true -> success  false -> failure }
  }`;
  const { graph, proofs } = factsOf([text]);
  expect(proofs.pathWithoutProof(graph.failure)).toBeUndefined();
  expect(proofs.pathWithoutProof(graph.byName.get("Mail")!)).toBe("start -> Name -> Mail");
  expect(proofs.pathWithoutSuchProof(graph.failure, countsAsSignedOn)).toBe(
    "start -> Name -> Mail -> Long -> Check (false) -> failure",
  );
  expect(proofs.pathWithoutSuchProof(graph.success, countsAsSignedOn)).toBeUndefined();
  expect(proofs.unprovenVertices).toBe(proofs.unprovenVertices);
});
