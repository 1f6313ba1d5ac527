import { expect, test } from "vitest";
import { checkWithScripts } from "../support/check-scripts.js";
import { checkTexts } from "../support/check-text.js";

const id = "0a5e0c63-0000-4000-8000-000000000001";

/** Who is not found is shown a message that leads nowhere, and nothing leads to `Lost`. */
const notFound = (lost: string) => `journey SignIn {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Find
  }

  node Find: IdentifyExistingUser {
    identifier: "userName"
    identityAttribute: "userName"

    true -> Check
    false -> Sorry
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }

  node Sorry: ScriptedDecision {
    script: "${id}"
    outcomes: ["done"]
  }

  node Lost: SetSessionProperties {
    properties: { level: "1" }

    -> ${lost}
  }
}
`;

/** The same for who has had too many tries. */
const exceeded = (lost: string) =>
  notFound(lost)
    .replace(/ {4}false -> Sorry/, "    false -> failure")
    .replace(
      /( {4}true -> success\n) {4}false -> failure\n {2}}/,
      `$1    false -> Limit
  }

  node Limit: RetryLimitDecision {
    retryLimit: 3

    Retry -> Ask
    Reject -> Sorry
  }`,
    );

const helpsOf = (code: string, text: string) =>
  checkTexts(text).flatMap((found) => (found.code === code ? [found.help] : []));

test.each([
  ["to success for who was not found", notFound("success"), false],
  ["past the decision for who was not found", notFound("Check"), false],
  ["back to the question for who was not found", notFound("Ask"), true],
  ["to failure for who was not found", notFound("failure"), true],
  ["back to the question for who has had too many tries", exceeded("Ask"), false],
  ["to failure for who has had too many tries", exceeded("failure"), true],
])("an arrow %s is advised or not", (_, text, isAdvised) => {
  expect(helpsOf("unconnected-outcome", text)).toEqual([
    isAdvised ? "Nothing leads to `Lost`: did you mean `-> Lost`?" : "Connect the outcome.",
  ]);
});

test("nodes that lead to the start, and nowhere else, may have been the start", () => {
  expect(helpsOf("unreachable-node", exceeded("Ask"))).toEqual([expect.stringContaining("may have been the start")]);
});

test("a word is not advised for its opposite, nor one code for another", () => {
  const chosen = (outcome: string, listed: string) =>
    checkWithScripts(
      [
        `journey J {
  start -> Check

  script S {
    file: "scripts/s.js"
  }

  node Check: ScriptedDecision {
    script: S
    outcomes: ["${listed}"]

    "${listed}" -> success
  }
}`,
      ],
      { "scripts/s.js": `outcome = "${outcome}";` },
    ).flatMap((found) => (found.code === "script-outcome-not-listed" ? [found.help] : []));
  expect(chosen("sucess", "success")).toEqual([expect.stringMatching(/^Write "success"/)]);
  expect(chosen("invalid", "valid")).toEqual([expect.stringMatching(/^Add the outcome/)]);
  expect(chosen("1", "21")).toEqual([expect.stringMatching(/^Add the outcome/)]);
});
