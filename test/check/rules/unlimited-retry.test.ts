import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("a check that leads back to the question is shown as a path", () => {
  expect(
    messagesOf(
      "unlimited-retry",
      `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Ask
  }
}`,
    ),
  ).toEqual(['Node "Check" can be tried without limit: Check (false) -> Ask -> Check']);
});

test("a limit or a lockout on every loop is enough", () => {
  const counted = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Count
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
}`;
  const locked = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Lock
  }
  
  node Lock: AccountLockout {
    -> Ask
  }
}`;
  expect([messagesOf("unlimited-retry", counted), messagesOf("unlimited-retry", locked)]).toEqual([[], []]);
});

test("one loop with a limit does not excuse another one without", () => {
  const text = `${asksForCredentials}
  node Check: IdentityStoreDecision {
    TRUE -> success
    FALSE -> Choose
    LOCKED, CANCELLED, EXPIRED -> failure
  }
  
  node Choose: ChoiceCollector {
    choices: ["again", "help"]
    defaultChoice: "again"
    prompt: "?"
  
    again -> Ask
    help -> Count
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
}`;
  expect(messagesOf("unlimited-retry", text)).toEqual([
    'Node "Check" can be tried without limit: Check (FALSE) -> Choose (again) -> Ask -> Check',
  ]);
});

test("to come back after success is no guessing", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> Ask
    false -> failure
  }
}`;
  expect(messagesOf("unlimited-retry", text)).toEqual([]);
});
