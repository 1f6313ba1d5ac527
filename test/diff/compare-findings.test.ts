import { describe, expect, test } from "vitest";
import { compareTexts } from "../support/compare-texts.js";

/** The findings that appeared, and those that are gone, by their codes. */
function findings(before: string, after: string) {
  return compareTexts(before, after).difference.findings.map(({ kind, code }) => [kind, code]);
}

const journey = (parts: string) => `journey J { start -> Name node Name: UsernameCollector { -> Find } ${parts} }\n`;
const find = (name: string, yes: string) =>
  `node ${name}: IdentifyExistingUser { identifier: "userName" identityAttribute: "userName" true -> ${yes} false -> failure }`;

describe("a finding", () => {
  test("that shows the same flaw on another path is neither gone nor new", () => {
    const short = journey(find("Find", "success"));
    const long = journey(`${find("Find", "Count")} node Count: IncrementLoginCount { -> success }`);
    const { difference } = compareTexts(short, long);
    expect(difference.findings).toEqual([]);
  });

  test("of a renamed node is the same, also where a journey keeps the name", () => {
    const runs = (node: string) =>
      `journey J { start -> ${node} node ${node}: InnerTreeEvaluator { tree: "Profile" true -> success false -> failure } }\n`;
    expect(findings(runs("Profile"), runs("Progressive"))).toEqual([]);
  });

  test("is new where its like of another node or another setting is gone", () => {
    const length = (first: number, second: number) =>
      `journey J { start -> A node A: OneTimePasswordGenerator { length: ${first} -> B } node B: OneTimePasswordGenerator { length: ${second} -> success } }\n`;
    expect(findings(length(4, 8), length(8, 4))).toEqual([
      ["finding-appeared", "value-out-of-range"],
      ["finding-gone", "value-out-of-range"],
    ]);
    expect(findings(length(4, 8), length(5, 8))).toEqual([]);
    const cookie = (idle: number, life: number) =>
      `journey J { start -> A node A: SetPersistentCookie { idleTimeout: ${idle} maxLife: ${life} -> success } }\n`;
    expect(findings(cookie(10_000, 20_000), cookie(10_000, 30_000))).toEqual([]);
  });

  test("is not gone because another journey runs this one now, which has it then", () => {
    const inner = "journey NameOnly { start -> Ask node Ask: UsernameCollector { -> success } }\n";
    const main = (tree: string) =>
      `journey Main { start -> Login node Login: InnerTreeEvaluator { tree: "${tree}" true -> success false -> failure } }\n`;
    const check = "journey Pass { start -> C node C: DataStoreDecision { true -> success false -> failure } }\n";
    const both = inner + check;
    const told = findings(main("Pass") + both, main("NameOnly") + both);
    expect(told).toContainEqual(["finding-appeared", "success-without-credential"]);
    expect(told).not.toContainEqual(["finding-gone", "success-without-credential"]);
  });

  test("is gone where the flaw is mended", () => {
    const lax = `journey J { start -> C node C: DataStoreDecision { true -> success false -> success } }\n`;
    expect(findings(lax, lax.replace("false -> success", "false -> failure"))).toContainEqual([
      "finding-gone",
      "failure-goes-on",
    ]);
  });

  test("of accounts that are revealed is not gone where an inner journey comes first that is not given", () => {
    const seen = (found: string) =>
      journey(
        `${find("Find", "Ask")} node Ask: MessageNode { message: "Hello" true -> ${found} false -> failure } node Run: InnerTreeEvaluator { tree: "Elsewhere" true -> success false -> failure }`,
      );
    const early = seen("Run").replace("true -> Ask", "true -> Run");
    expect(findings(seen("Run"), early)).not.toContainEqual(["finding-gone", "account-existence-revealed"]);
    const alike = seen("Run").replace("true -> Ask", "true -> failure");
    expect(findings(seen("Run"), alike)).toContainEqual(["finding-gone", "account-existence-revealed"]);
  });

  test("says which journey it is about, and goes with nodes that another journey takes over", () => {
    const flaw = "node C: DataStoreDecision { true -> success false -> success }";
    const inner = `journey Inner { start -> C ${flaw} }\n`;
    const outer = `journey Main { start -> Run node Run: InnerTreeEvaluator { tree: "Inner" true -> success false -> failure } }\n`;
    const whole = `journey Main { start -> C ${flaw} }\n`;
    expect(findings(whole, outer + inner)).not.toContainEqual(["finding-gone", "failure-goes-on"]);
    const sound = whole.replace("false -> success", "false -> failure");
    expect(compareTexts(sound, whole).difference.findings).toContainEqual(
      expect.objectContaining({ kind: "finding-appeared", code: "failure-goes-on", journey: "Main" }),
    );
  });

  test("alone is counted in the first line", () => {
    const outer = `journey Main { start -> Login node Login: InnerTreeEvaluator { tree: "Inner" true -> success false -> failure } }\n`;
    const inner = "journey Inner { start -> C node C: DataStoreDecision { true -> success false -> failure } }\n";
    const { difference } = compareTexts(outer + inner, outer + inner);
    expect(difference.findings).toEqual([]);
  });
});
