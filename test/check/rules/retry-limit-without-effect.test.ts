import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const login = (count: string) =>
  messagesOf(
    "retry-limit-without-effect",
    `${asksForCredentials}node Check: DataStoreDecision { true -> success false -> Count }
  node Count: RetryLimitDecision { ${count} }
}`,
  );

test("swapped outcomes, and two that lead to the same node, limit nothing", () => {
  expect(login("Retry -> failure Reject -> Ask")).toEqual([
    'Outcome "Reject" of node "Count" leads back to it, and "Retry" does not',
  ]);
  expect(login("Retry, Reject -> Ask")).toEqual([
    'Both outcomes of node "Count" lead to the same node, so nothing is limited',
  ]);
});

test("a limit that works, one that helps and comes back, and one that leads out on both ways are right", () => {
  for (const count of [
    "Retry -> Ask Reject -> failure",
    "Retry -> Ask Reject -> Check",
    "Retry -> success Reject -> failure",
  ]) {
    expect(login(count)).toEqual([]);
  }
});
