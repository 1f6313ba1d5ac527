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
