import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const journey = (node: string) => `journey J {
  start -> Ask

  page Ask {
    node Secret: PasswordCollector

    -> Next
  }

  node Next: ${node}
}
`;

test.each([
  ["recovery codes that are not there are not shown", "RecoveryCodeDisplay { -> failure }", false],
  ["a timer that was not started is not stopped", 'TimerStop { metricName: "m"\n -> failure }', false],
  ["nobody's logins are not counted", "IncrementLoginCount { -> failure }", false],
  [
    "without a user all providers are offered",
    "SelectIdP { offerOnlyExisting: true\n localAuthentication, socialAuthentication -> failure }",
    false,
  ],
  ["a lock needs a user", 'AccountLockout { lockAction: "LOCK"\n -> failure }', true],
  ["a decision about the terms needs one too", "TermsAndConditionsDecision { true, false -> failure }", true],
  [
    "a collector of codes needs a code and its time",
    "OneTimePasswordCollectorDecision { true, false -> failure }",
    true,
  ],
])("%s", (_, node, isReported) => {
  const found = messagesOf("state-never-written", journey(node));
  expect(found.length > 0).toBe(isReported);
});
