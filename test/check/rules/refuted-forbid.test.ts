import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("the path from the node to what is forbidden is shown", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> Count
  }
  
  node Count: RetryLimitDecision {
    Retry -> Ask
    Reject -> failure
  }
  
  forbid success after Count
  forbid Ask after Check.true
  forbid Check after Check
}`;
  expect(messagesOf("refuted-forbid", text)).toEqual([
    '"success" can be reached after "Count": Count (Retry) -> Ask -> Check (true) -> success',
    '"Check" can be reached after "Check": Check (false) -> Count (Retry) -> Ask -> Check',
  ]);
});

test("what comes before is not after", () => {
  const text = `${asksForCredentials}
  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
  
  forbid Ask after Check
  forbid failure after Check.true
}`;
  expect(messagesOf("refuted-forbid", text)).toEqual([]);
});
