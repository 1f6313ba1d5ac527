import { expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";

const login = (steps: string, check = "CheckPassword") => `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    -> ${check}
  }

  node ${check}: IdentityStoreDecision {
    TRUE -> success
    FALSE, LOCKED, CANCELLED, EXPIRED -> failure
  }
}

scenario "s" of Login {
${steps}
}
`;
const found = (text: string) =>
  bindReports(text).map(({ code, at, help, fixes, related }) => [code, at, help, fixes, related]);

test("steps that a longer name of their node has left behind are one mistake, mended together", () => {
  expect(found(login("  stub Check -> TRUE\n  expect path [Ask, Check.TRUE]"))).toEqual([
    ["unknown-node", "Check", "Did you mean `CheckPassword`?", ["CheckPassword", "CheckPassword"], ["Also used here"]],
  ]);
});

test("a node that is called quite otherwise is known by its outcome, and is not written by a fix", () => {
  expect(found(login("  stub Check -> LOCKED\n  expect failure", "Directory"))).toEqual([
    ["unknown-node", "Check", "Did you mean `Directory`?", [], []],
  ]);
  // No node has such an outcome.
  expect(found(login("  stub Check -> outside\n  expect failure", "Directory"))).toEqual([
    ["unknown-node", "Check", "Correct the name, or remove this line.", [], []],
  ]);
});

test("an outcome that several steps have and the node has not is told once", () => {
  const steps = "  stub CheckPassword -> OPEN\n  expect path [Ask, CheckPassword.OPEN]";
  expect(found(login(steps)).map(([code, at]) => [code, at])).toEqual([["unknown-outcome", "OPEN"]]);
});
