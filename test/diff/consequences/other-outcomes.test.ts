import { describe, expect, test } from "vitest";
import { compareTexts } from "../../support/compare-texts.js";

/** A second factor whose outcomes lead to success or failure; what is not named leads to failure. */
function journey(setting: string, outcomes: string): string {
  return `journey J {
  start -> Key

  node Key: WebAuthnAuthentication {
    relyingPartyDomain: "example.com"
    ${setting}
    ${outcomes}
    else -> failure
  }
}
`;
}

/** The outcomes that led to success, and the arrow by which success is reached now. */
function told(before: string, after: string) {
  return compareTexts(before, after).difference.journeys.flatMap((each) =>
    each.kind === "journey-changed"
      ? each.consequences.flatMap((one) =>
          one.kind === "bypassed" ? [[one.outcomes, one.path[one.turn]?.outcome, one.security]] : [],
        )
      : [],
  );
}

describe("a check that is passed by other outcomes than before", () => {
  const old = journey("", "success -> success");

  test("is told by the outcome that failed before", () => {
    expect(told(old, journey("", "success, failure -> success"))).toEqual([[["success"], "failure", "second factor"]]);
  });

  test("is told, too, where an outcome that did not exist leads to success before it", () => {
    const now = journey("isRecoveryCodeAllowed: true", "recoveryCode -> success\n    failure, success -> success");
    // Both arrows are new.
    expect(told(old, now)).toEqual([[["success"], "recoveryCode, failure", "second factor"]]);
  });

  test("is not told of an outcome that did not exist", () => {
    expect(told(old, journey("isRecoveryCodeAllowed: true", "recoveryCode, success -> success"))).toEqual([]);
  });
});

/** A journey in which a choice leads to the parts given, each of which ends in success or failure. */
function choice(...parts: readonly string[]): string {
  return `journey J {
  start -> Pick

  node Pick: ChoiceCollector {
    choices: ["a", "b"]
    defaultChoice: "a"
    prompt: "How?"

    a -> Ask
    b -> success
  }

  page Ask {
    node Name: UsernameCollector
    node Word: PasswordCollector

    -> Check
  }

${parts.join("\n\n")}
}
`;
}

const check = (failed: string) => `  node Check: DataStoreDecision {
    true -> success
    false -> ${failed}
  }`;
const limit = (name: string, attempts: number, rejected = "failure") =>
  `  node ${name}: RetryLimitDecision {
    retryLimit: ${attempts}

    Retry -> Ask
    Reject -> ${rejected}
  }`;

function consequences(before: string, after: string) {
  return compareTexts(before, after).difference.journeys.flatMap((each) =>
    each.kind === "journey-changed" ? each.consequences : [],
  );
}

const security = (before: string, after: string) =>
  consequences(before, after).flatMap((each) =>
    "security" in each && each.security ? [[each.kind, each.security]] : [],
  );

describe("on some of the ways to success", () => {
  test("a check that is passed by its failure is told", () => {
    expect(told(choice(check("failure")), choice(check("success")))).toEqual([[["true"], "false", "password"]]);
  });

  test("a limit of attempts that leads on as it leads back limits nothing any more", () => {
    const before = choice(check("Limit"), limit("Limit", 3));
    expect(security(before, choice(check("Limit"), limit("Limit", 3, "Ask")))).toEqual([["unlimited-loop", "lockout"]]);
  });

  test("a new node of the same type stands in the place of the one that is gone, unless it allows more", () => {
    const before = choice(check("Limit"), limit("Limit", 3));
    expect(security(before, choice(check("Tries"), limit("Tries", 2)))).toEqual([]);
    expect(security(before, choice(check("Tries"), limit("Tries", 9)))).toEqual([["weaker-setting", "lockout"]]);
  });

  test("a step that moves into a page is no step that is led past, nor is a page whose nodes stand elsewhere", () => {
    const alone = (code: string, parts: string) =>
      `journey J {
  start -> Pick

  node Pick: ChoiceCollector {
    choices: ["a", "b"]
    defaultChoice: "a"
    prompt: "How?"

    a -> ${code}
    b -> success
  }

${parts}}
`;
    const node = "node Code: OneTimePasswordCollectorDecision";
    const outside = alone(
      "Code",
      `  ${node} {
    true -> success
    false -> failure
  }
`,
    );
    const inside = alone(
      "Enter",
      `  page Enter {
    ${node}

    true -> success
    false -> failure
  }
`,
    );
    expect(security(outside, inside)).toEqual([]);
    expect(security(inside, outside)).toEqual([]);
  });
});
